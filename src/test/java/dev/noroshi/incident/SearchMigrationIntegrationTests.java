package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of an older version are found as new ones are. */
@NoroshiTest
class SearchMigrationIntegrationTests {

    @LocalServerPort
    private int port;

    private final JdbcClient jdbc;
    private final DataSource source;

    @Autowired
    SearchMigrationIntegrationTests(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    @Test
    void whatWasStoredInKatakanaIsFoundInHiragana() throws Exception {
        String number = new CaseClient(port).report("failure", Map.of());
        jdbc.sql("update incident set search_text = ? where number = ?")
                .params(number.toLowerCase(java.util.Locale.ROOT) + "\n髙橋 さーばーノ故障", number)
                .update();

        try (Connection connection = source.getConnection()) {
            new V202611231640__incident_search_kana().migrate(new Migrating(connection));
        }

        assertThat(jdbc.sql("select search_text from incident where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .endsWith("\n高橋さーばーの故障");
    }

    private record Migrating(Connection connection) implements Context {
        @Override
        public Configuration getConfiguration() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }
}
