package dev.noroshi.roster;

import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.CaseLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One change of the roster at a time, until the end of its transaction; its confirmation, of people and jobs alike, is one. */
@Component
class RosterLock implements CaseLock {

    private final JdbcClient database;

    RosterLock(JdbcClient database) {
        this.database = database;
    }

    void take() {
        database.sql("select only_row from roster_lock where only_row = 1 for update")
                .query(Integer.class)
                .single();
    }

    @Override
    public void hold(String owner) {
        if (owner.equals(BusinessKey.ROSTER)) {
            take();
        }
    }

    @Override
    public boolean holdOwnerOf(String job) {
        return takeForOwner(database.sql(OWNER_OF_JOB).param("job", job));
    }

    @Override
    public boolean holdOwnerOfStep(String step) {
        return takeForOwner(database.sql(OWNER_OF_STEP).param("step", step));
    }

    private boolean takeForOwner(JdbcClient.StatementSpec owner) {
        boolean own = owner.query(String.class)
                .optional()
                .filter(BusinessKey.ROSTER::equals)
                .isPresent();
        if (own) {
            take();
        }
        return own;
    }
}
