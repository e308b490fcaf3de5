package dev.noroshi.journal;

import dev.noroshi.web.InstallationPart;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database: whether it answers, and how many changes of its tables it has seen. */
@Component
class DatabasePart implements InstallationPart {

    private record Facts(String version, String newest) {}

    private final JdbcClient database;

    DatabasePart(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String key() {
        return "database";
    }

    @Override
    public State state() {
        try {
            Facts facts = database.sql("select version() as version, max(version) as newest from flyway_schema_history"
                            + " where success")
                    .query(Facts.class)
                    .single();
            return State.well(facts.version(), facts.newest());
        } catch (DataAccessException unreachable) {
            return State.ill("", "—", "—");
        }
    }
}
