package dev.noroshi.mail;

import dev.noroshi.calendar.Moments;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of mails in both directions, newest first. */
@Repository
class MailQueries {

    /** Letters that failed or came back. */
    static final String UNDELIVERED = "undelivered";

    /** A list speaks of cases that not every reader of this one may see; its letters stand here one by one. */
    private static final String OUT = """
            select 'out' direction, id, incident, null sender, recipients, subject,
                case when listing then null else body end body, state, null reason, null answer,
                queued_at at, sent_at, attempts, last_error, drill from mail_out m
            """;

    private static final String IN = """
            select 'in' direction, id, incident, sender, null recipients, subject, words body, state, reason, answer,
                received_at at, null sent_at, attempts, null last_error, false drill from mail_in m
            """;

    private static final String SEEN =
            "exists (select 1 from case_audience a where a.incident = m.incident and a.audience in (:audiences))";

    private final JdbcClient jdbc;
    private final MailSettings settings;

    MailQueries(JdbcClient jdbc, MailSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Which mails.
     *
     * @param audiences of the caller; a mail of a case is seen by those who see the case
     * @param withoutCase whether mails that belong to no case are seen too
     */
    record Filter(
            @Nullable String incident,
            @Nullable String direction,
            @Nullable String state,
            Set<String> audiences,
            boolean withoutCase) {}

    Page<MailView> list(Filter filter, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        String asked = asked(filter, values);
        long total = 0;
        List<MailView> newest = new ArrayList<>();
        if (!"in".equals(filter.direction())) {
            total += count("mail_out", filter, asked, values);
            newest.addAll(newest(OUT, "queued_at", filter, asked, values, page));
        }
        if (!"out".equals(filter.direction())) {
            total += count("mail_in", filter, asked, values);
            newest.addAll(newest(IN, "received_at", filter, asked, values, page));
        }
        newest.sort(Comparator.comparing(MailView::at).reversed());
        List<MailView> items =
                newest.stream().skip(page.offset()).limit(page.size()).toList();
        return new Page<>(items, total, page.page(), page.size());
    }

    /** Whether this letter is among them. */
    boolean maySee(Filter filter, long letterId) {
        Map<String, Object> values = new HashMap<>();
        String asked = asked(filter, values);
        return jdbc.sql("select count(*) from mail_out m where (" + SEEN + " or m.incident is null) and m.id = :id"
                                + asked)
                        .params(values)
                        .param("id", letterId)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** As many of one direction as the page could show of it, read along the index. */
    private List<MailView> newest(
            String select, String moment, Filter filter, String asked, Map<String, Object> values, PageRequest page) {
        String seen = filter.withoutCase() ? "(" + SEEN + " or m.incident is null)" : SEEN;
        return jdbc.sql(select + " where " + seen + asked + " order by " + moment + " desc, id desc limit "
                        + (page.offset() + page.size()))
                .params(values)
                .query(this::view)
                .list();
    }

    /** Those of cases and those of none apart, because each count has an index and both together have not. */
    private long count(String table, Filter filter, String asked, Map<String, Object> values) {
        String from = "select count(*) from " + table + " m where ";
        long ofCases =
                jdbc.sql(from + SEEN + asked).params(values).query(Long.class).single();
        return filter.withoutCase()
                ? ofCases
                        + jdbc.sql(from + "m.incident is null" + asked)
                                .params(values)
                                .query(Long.class)
                                .single()
                : ofCases;
    }

    private static String asked(Filter filter, Map<String, Object> values) {
        StringBuilder asked = new StringBuilder();
        values.put("audiences", filter.audiences());
        equal("incident", filter.incident(), asked, values);
        if (UNDELIVERED.equals(filter.state())) {
            asked.append(" and m.state in ('failed', 'bounced')");
        } else {
            equal("state", filter.state(), asked, values);
        }
        return asked.toString();
    }

    private static void equal(String column, @Nullable String value, StringBuilder asked, Map<String, Object> values) {
        if (value != null) {
            asked.append(" and m.").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }

    private MailView view(ResultSet row, int n) throws SQLException {
        String direction = row.getString("direction");
        boolean in = direction.equals("in");
        return new MailView(
                direction + "-" + row.getLong("id"),
                direction,
                row.getString("incident"),
                in ? row.getString("sender") : settings.from(),
                in
                        ? List.of(settings.window())
                        : List.of(row.getString("recipients").split(",")),
                withoutToken(row.getString("subject")),
                row.getString("body"),
                row.getString("state"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("answer"))
                        .map(answer -> answer.toLowerCase(Locale.ROOT))
                        .orElse(null),
                Moments.read(row, "at"),
                Moments.readOptional(row, "sent_at").orElse(null),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getBoolean("drill"));
    }

    private static @Nullable String withoutToken(@Nullable String subject) {
        return subject == null ? null : subject.replaceAll("\\s*[\\[［]\\s*[#＃][^\\]］]*[\\]］]", "");
    }
}
