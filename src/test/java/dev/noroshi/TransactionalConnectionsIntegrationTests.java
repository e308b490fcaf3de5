package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NoroshiTest
class TransactionalConnectionsIntegrationTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource source;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String key = UUID.randomUUID().toString();

    @Test
    void keepsWhatIsWrittenOutsideATransaction() {
        write();

        assertThat(written()).isOne();
    }

    @Test
    void leavesNothingOfATransactionThatFails() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> {
                    write();
                    throw new IllegalStateException("half done");
                }))
                .hasMessage("half done");

        assertThat(written()).isZero();
    }

    @Test
    void beginsATransactionWithoutSwitchingTheSession() throws SQLException {
        boolean inside = Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> {
            write();
            return commitsByItself(DataSourceUtils.getConnection(source));
        }));

        assertThat(inside).isFalse();
        assertThat(written()).isOne();
        try (Connection outside = source.getConnection()) {
            assertThat(outside.getAutoCommit()).isTrue();
        }
    }

    private static boolean commitsByItself(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write() {
        jdbc.sql("insert into case_audience (incident, audience) values (?, 'account:nobody')")
                .param(key.substring(0, 20))
                .update();
    }

    private long written() {
        return jdbc.sql("select count(*) from case_audience where incident = ?")
                .param(key.substring(0, 20))
                .query(Long.class)
                .single();
    }
}
