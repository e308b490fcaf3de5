package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every connection to the database must be told (ADR 0003). */
@NoroshiTest
class DatabaseIntegrationTests {

    @Autowired
    private JdbcClient database;

    @Test
    void subqueriesStayWhatTheyAre() {
        assertThat(database.sql("select @@session.optimizer_switch")
                        .query(String.class)
                        .single()
                        .split(","))
                .contains("semijoin=off", "exists_to_in=off");
    }

    @Test
    void eachConnectionReadsWhatIsCommitted() {
        assertThat(database.sql("select @@session.tx_isolation")
                        .query(String.class)
                        .single())
                .isEqualTo("READ-COMMITTED");
    }
}
