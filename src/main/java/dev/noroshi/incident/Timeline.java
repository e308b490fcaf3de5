package dev.noroshi.incident;

import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline (経過記録) of each case: append-only. */
@Component
class Timeline {

    private final JdbcClient jdbc;
    private final TimelineLines lines;
    private final Sayings sayings;
    private final Clock clock;

    Timeline(JdbcClient jdbc, TimelineLines lines, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.sayings = sayings;
        this.clock = clock;
    }

    void append(String incident, String kind, String text) {
        append(incident, kind, text, null);
    }

    /** Written in the city's language, read by each in the own. */
    void append(String incident, String kind, List<Saying> lines) {
        append(incident, kind, sayings.words(lines, Locale.JAPANESE).strip(), sayings.kept(lines));
    }

    private void append(String incident, String kind, String text, @Nullable String kept) {
        Actor actor = Actors.current();
        lines.add(new TimelineLines.Line(
                incident,
                Moments.column(clock.instant()),
                actor.account(),
                actor.name(),
                kind,
                text,
                kept,
                actor.isSystem() ? "plan" : "person"));
    }

    Page<TimelineEntry> of(String incident, PageRequest page, TimelineOrder order) {
        lines.write();
        List<TimelineEntry> items = jdbc.sql("select * from incident_entry where incident = :incident " + order.sql()
                        + " limit :size offset :offset")
                .param("incident", incident)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(this::read)
                .list();
        return Page.of(
                items,
                page,
                () -> jdbc.sql("select count(*) from incident_entry where incident = :incident")
                        .param("incident", incident)
                        .query(Long.class)
                        .single());
    }

    Optional<TimelineEntry> latest(String incident, String kind) {
        lines.write();
        return jdbc.sql("select * from incident_entry where incident = :incident and kind = :kind"
                        + " order by id desc limit 1")
                .param("incident", incident)
                .param("kind", kind)
                .query(this::read)
                .optional();
    }

    private TimelineEntry read(ResultSet row, int index) throws SQLException {
        return new TimelineEntry(
                row.getLong("id"),
                Moments.read(row, "happened_at"),
                Moments.read(row, "recorded_at"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("kind"),
                text(row),
                row.getString("source"));
    }

    private String text(ResultSet row) throws SQLException {
        @Nullable String kept = row.getString("sayings");
        Locale reader = LocaleContextHolder.getLocale();
        if (row.getString("kind").equals("phase")) {
            return sayings.words(List.of(Saying.phrase("incident.phase." + row.getString("text"))), reader);
        }
        return kept == null || reader.getLanguage().equals(Locale.JAPANESE.getLanguage())
                ? row.getString("text")
                : sayings.words(sayings.read(kept), reader).strip();
    }
}
