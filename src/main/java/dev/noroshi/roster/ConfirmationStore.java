package dev.noroshi.roster;

import dev.noroshi.calendar.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Confirmations in the database. */
@Repository
class ConfirmationStore {

    private static final String SELECT = "select * from roster_confirmation ";

    private final JdbcClient jdbc;

    ConfirmationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(LocalDate begins, Instant now) {
        jdbc.sql("insert ignore into roster_confirmation (begins_on, opened_at) values (?, ?)")
                .params(begins, Moments.column(now))
                .update();
    }

    /** What is known already stays. */
    void due(LocalDate begins, @Nullable Instant due) {
        jdbc.sql("update roster_confirmation set due_at = coalesce(due_at, ?) where begins_on = ?")
                .params(Arrays.asList(Moments.columnOrNull(due), begins))
                .update();
    }

    void reminded(LocalDate begins, Instant at) {
        jdbc.sql("update roster_confirmation set reminded_at = ? where begins_on = ?")
                .params(Moments.column(at), begins)
                .update();
    }

    void confirm(LocalDate begins, Instant now, String by, @Nullable String note) {
        jdbc.sql("update roster_confirmation set confirmed_at = ?, confirmed_by = ?, note = ? where begins_on = ?")
                .params(Arrays.asList(Moments.column(now), by, note, begins))
                .update();
    }

    Optional<RosterConfirmation> of(LocalDate begins) {
        return jdbc.sql(SELECT + "where begins_on = ?")
                .param(begins)
                .query(ConfirmationStore::read)
                .optional();
    }

    /** Whether it is still to be given: nobody has, and no later period has begun. */
    boolean awaits(RosterConfirmation asked) {
        return asked.isOpen()
                && last(1).stream().allMatch(latest -> latest.beginsOn().equals(asked.beginsOn()));
    }

    List<RosterConfirmation> missed() {
        return jdbc.sql(SELECT + "where confirmed_at is null"
                        + " and begins_on < (select max(begins_on) from roster_confirmation) order by begins_on")
                .query(ConfirmationStore::read)
                .list();
    }

    List<RosterConfirmation> last(int most) {
        return jdbc.sql(SELECT + "order by begins_on desc limit ?")
                .param(most)
                .query(ConfirmationStore::read)
                .list();
    }

    private static RosterConfirmation read(ResultSet row, int index) throws SQLException {
        return new RosterConfirmation(
                row.getObject("begins_on", LocalDate.class),
                Moments.read(row, "opened_at"),
                Moments.readOptional(row, "due_at").orElse(null),
                Moments.readOptional(row, "reminded_at").orElse(null),
                Moments.readOptional(row, "confirmed_at").orElse(null),
                row.getString("confirmed_by"),
                row.getString("note"));
    }
}
