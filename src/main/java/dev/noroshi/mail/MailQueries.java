package dev.noroshi.mail;

import dev.noroshi.calendar.Moments;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final String BOTH = """
            (select 'out' direction, id, incident, null sender, recipients, subject, body, state, null reason, null answer,
                queued_at at, sent_at, attempts, last_error, drill from mail_out
             union all
             select 'in', id, incident, sender, null, subject, words, state, reason, answer,
                received_at, null, attempts, null, false from mail_in) m
            """;

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
        StringBuilder where = new StringBuilder(" where (exists (select 1 from case_audience a"
                + " where a.incident = m.incident and a.audience in (:audiences))");
        where.append(filter.withoutCase() ? " or m.incident is null)" : ")");
        Map<String, Object> values = new HashMap<>();
        values.put("audiences", filter.audiences());
        equal("incident", filter.incident(), where, values);
        equal("direction", filter.direction(), where, values);
        equal("state", filter.state(), where, values);
        long total = jdbc.sql("select count(*) from " + BOTH + where)
                .params(values)
                .query(Long.class)
                .single();
        List<MailView> items = jdbc.sql("select * from " + BOTH + where + " order by m.at desc, m.id desc limit "
                        + page.size() + " offset " + page.offset())
                .params(values)
                .query(this::view)
                .list();
        return new Page<>(items, total, page.page(), page.size());
    }

    private static void equal(String column, @Nullable String value, StringBuilder where, Map<String, Object> values) {
        if (value != null) {
            where.append(" and m.").append(column).append(" = :").append(column);
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
