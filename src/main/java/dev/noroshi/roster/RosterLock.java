package dev.noroshi.roster;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One change of the roster at a time, until the end of its transaction. */
@Component
class RosterLock {

    private final JdbcClient database;

    RosterLock(JdbcClient database) {
        this.database = database;
    }

    void take() {
        database.sql("select only_row from roster_lock where only_row = 1 for update")
                .query(Integer.class)
                .single();
    }
}
