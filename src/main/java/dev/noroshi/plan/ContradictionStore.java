package dev.noroshi.plan;

import dev.noroshi.calendar.Moments;
import dev.noroshi.web.PageRequest;
import dev.noroshi.workflow.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the last comparison found, in the database. */
@Repository
class ContradictionStore {

    /** By what a difference is known again. */
    private record Known(String thing, String kind, String element) {

        static Known of(Difference it) {
            return new Known(it.key(), it.kind().key(), it.element());
        }
    }

    /** When was compared last, by whom, and how many differences there were. */
    record Last(Instant at, String by, int found) {}

    private final JdbcClient jdbc;

    ContradictionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nights up to this moment are done. */
    Instant nightsDone() {
        return jdbc.sql("select nightly_from from plan_comparison")
                .query((row, index) -> Moments.read(row, "nightly_from"))
                .single();
    }

    /** Takes the nights until now, unless another node has; true for who took them. */
    boolean takeNights(Instant seen, Instant now) {
        return jdbc.sql("update plan_comparison set nightly_from = :now where nightly_from = :seen")
                        .param("now", Moments.column(now))
                        .param("seen", Moments.column(seen))
                        .update()
                == 1;
    }

    /** Keeps what was found; what was known already stays, with its time, and what is no more goes. */
    void keep(List<Difference> found, int total, Instant at, String by) {
        jdbc.sql("update plan_comparison set compared_at = :at, compared_by = :by, found = :found")
                .param("at", Moments.column(at))
                .param("by", by)
                .param("found", total)
                .update();
        Set<Known> now = found.stream().map(Known::of).collect(Collectors.toSet());
        jdbc
                .sql("select thing, kind, element from plan_difference")
                .query((row, index) ->
                        new Known(row.getString("thing"), row.getString("kind"), row.getString("element")))
                .list()
                .stream()
                .filter(known -> !now.contains(known))
                .forEach(this::remove);
        found.forEach(it -> add(it, at));
    }

    private void remove(Known it) {
        jdbc.sql("delete from plan_difference where thing = ? and kind = ? and element = ?")
                .params(it.thing(), it.kind(), it.element())
                .update();
    }

    private void add(Difference it, Instant at) {
        jdbc.sql("""
                        insert ignore into plan_difference
                          (kind, thing, element, name, subject, incident, process, found_at)
                        values (:kind, :thing, :element, :name, :subject, :incident, :process, :at)
                        """)
                .param("kind", it.kind().key())
                .param("thing", it.key())
                .param("element", it.element())
                .param("name", it.name())
                .param(
                        "subject",
                        it.subject() == null ? null : it.subject().name().toLowerCase(Locale.ROOT))
                .param("incident", it.incident())
                .param("process", it.process())
                .param("at", Moments.column(at))
                .update();
    }

    /** Whether the window must hear: of one that it was not told, or whose letter is older than that. */
    boolean untold(Instant before) {
        return jdbc.sql("select count(*) from plan_difference where told_at is null or told_at <= :before")
                        .param("before", Moments.column(before))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void told(Instant at) {
        jdbc.sql("update plan_difference set told_at = :at")
                .param("at", Moments.column(at))
                .update();
    }

    /** Empty before the first comparison. */
    Optional<Last> last() {
        return jdbc.sql("select * from plan_comparison where compared_at is not null")
                .query((row, index) ->
                        new Last(Moments.read(row, "compared_at"), row.getString("compared_by"), row.getInt("found")))
                .optional();
    }

    /** The longest known first. */
    List<Contradiction> list(PageRequest page) {
        return jdbc.sql("select * from plan_difference order by found_at, thing, kind, element"
                        + " limit :size offset :offset")
                .param("size", page.size())
                .param("offset", page.offset())
                .query(ContradictionStore::contradiction)
                .list();
    }

    private static Contradiction contradiction(ResultSet row, int index) throws SQLException {
        @Nullable String subject = row.getString("subject");
        return new Contradiction(
                row.getString("kind"),
                subject,
                row.getString("thing"),
                row.getString("incident"),
                row.getString("process"),
                row.getString("element"),
                row.getString("name"),
                Moments.read(row, "found_at"));
    }
}
