package dev.noroshi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal against whoever holds the database's password. */
@NoroshiTest
class JournalFlowTests {

    @LocalServerPort
    private int port;

    private final Journal journal;
    private final Chain chain;
    private final JdbcClient database;
    private final DataSource connections;
    private final TransactionTemplate transaction;

    @Autowired
    JournalFlowTests(
            Journal journal,
            Chain chain,
            JdbcClient database,
            DataSource connections,
            TransactionTemplate transaction) {
        this.journal = journal;
        this.chain = chain;
        this.database = database;
        this.connections = connections;
        this.transaction = transaction;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set detail = 'x' order by id limit 1",
                "delete from journal_entry order by id desc limit 1",
                "replace into journal_entry select * from journal_entry order by id limit 1"
            })
    void theDatabaseRefusesToChangeAnEntry(String attack) {
        threeEntries();

        assertThatThrownBy(() -> database.sql(attack).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set detail = 'changed' where id = :id",
                "update journal_entry set account = 'staff' where id = :id",
                "update journal_entry set account_name = concat(account_name, ' ') where id = :id",
                "update journal_entry set recorded_at = recorded_at + interval 1 microsecond where id = :id",
                "update journal_entry set act = 'x', hash = sha2('guess', 256) where id = :id",
                "delete from journal_entry where id = :id",
                "swap"
            })
    void whoeverTakesTheGuardAwayIsFoundByTheChain(String attack) throws SQLException {
        threeEntries();
        assertThat(chain.prove().broken()).isNull();

        Proof proof = withoutGuard(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            long id = newest() - 1;
            if (attack.equals("swap")) {
                swap(id);
            } else {
                database.sql(attack).param("id", id).update();
            }
            return new Found(id, chain.prove());
        }));

        assertThat(proof.guarded()).isFalse();
        assertThat(chain.prove()).satisfies(after -> {
            assertThat(after.whole()).isTrue();
            assertThat(after.guarded()).isTrue();
        });
    }

    @Test
    void theNewestEntryCannotBeCutOff() throws SQLException {
        threeEntries();

        withoutGuard(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            long id = newest();
            database.sql("delete from journal_entry where id = ?").param(id).update();
            return new Found(id, chain.prove());
        }));
    }

    @Test
    void theAuditorReadsAndProvesAndTheAdministratorOnlyProves() {
        Caller auditor = Caller.signedIn(port, "auditor");
        Caller admin = Caller.signedIn(port, "admin");
        journal.record("incident.corrected", "R8-0000", "<script>alert(1)</script> 髙﨑😀");

        assertThat(auditor.get("/journal?subject=R8-0000").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; 髙﨑😀", "事実を訂正")
                .doesNotContain("<script>alert");
        assertThat(auditor.submit("/journal", "/journal/proof", Map.of()).body())
                .contains("改ざんはありません。")
                .doesNotContain("トリガー）がありません");
        HttpResponse<String> proven = admin.submit("/journal", "/journal/proof", Map.of());
        assertThat(proven.body()).contains("改ざんはありません。").doesNotContain("事実を訂正");
    }

    @Test
    void nobodyElseComesNear() {
        for (String account : new String[] {"staff", "manager", "handler", "lead", "chief", "ciso"}) {
            Caller person = Caller.signedIn(port, account);
            assertThat(person.get("/journal").statusCode()).as(account).isEqualTo(403);
            assertThat(person.submit("/report", "/journal/proof", Map.of()).statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
    }

    private record Found(long id, Proof proof) {}

    private interface Attack {
        Found run();
    }

    /** Runs an attack as somebody with all rights; the guard stands again afterwards. */
    private Proof withoutGuard(Attack attack) throws SQLException {
        for (String trigger : AppendOnly.TRIGGERS) {
            database.sql("drop trigger " + trigger).update();
        }
        try {
            Found found = attack.run();
            assertThat(found.proof().broken()).isEqualTo(found.id());
            return found.proof();
        } finally {
            try (Connection connection = connections.getConnection()) {
                AppendOnly.enforce(connection);
            }
        }
    }

    private void swap(long id) {
        database.sql("update journal_entry set id = -1 where id = ?").param(id).update();
        database.sql("update journal_entry set id = ? where id = ?")
                .params(id, id + 1)
                .update();
        database.sql("update journal_entry set id = ? where id = -1")
                .param(id + 1)
                .update();
    }

    private void threeEntries() {
        for (int n = 0; n < 3; n++) {
            journal.record("incident.viewed", "R8-0000", "entry " + n);
        }
    }

    private long newest() {
        return database.sql("select last_id from journal_head")
                .query(Long.class)
                .single();
    }

    @Test
    void aLongListSaysWhereItIsAndKeepsWhatWasAskedFor() {
        String subject = "pages-" + Long.toString(System.nanoTime(), 36);
        transaction.executeWithoutResult(status -> IntStream.rangeClosed(1, JournalPages.SIZE + 2)
                .forEach(n -> journal.record("test.page", subject, "n" + n)));
        Caller auditor = Caller.signedIn(port, "auditor");

        String first = auditor.get("/journal?subject=" + subject).body();
        String second = auditor.get("/journal?page=1&subject=" + subject).body();

        assertThat(first)
                .contains("/journal?subject=" + subject + "&amp;page=1", "全102件のうち1～100件")
                .doesNotContain("rel=\"prev\"");
        assertThat(second)
                .contains("/journal?subject=" + subject + "&amp;page=0", "全102件のうち101～102件")
                .doesNotContain("rel=\"next\"");
        assertThat(auditor.get("/journal?lang=en&subject=" + subject).body()).contains("1 to 100 of 102");
    }
}
