package dev.noroshi.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Lets the database itself refuse to change or delete an entry, whoever asks. */
final class AppendOnly {

    static final List<String> TRIGGERS = List.of("journal_entry_no_update", "journal_entry_no_delete");

    private AppendOnly() {}

    static void enforce(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String trigger : TRIGGERS) {
                statement.execute("create or replace trigger " + trigger + " before "
                        + trigger.substring(trigger.lastIndexOf('_') + 1) + " on journal_entry for each row"
                        + " signal sqlstate '45000' set message_text = 'the journal is append-only'");
            }
        }
    }
}
