package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.incident.FactsDocument;
import dev.noroshi.intake.FirstReport;
import dev.noroshi.intake.FirstReports;
import dev.noroshi.intake.Submission;
import dev.noroshi.roster.SectionDraft;
import dev.noroshi.roster.Sections;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Entities, SQL and the engine write on one connection: all of it stays, or nothing. */
@NoroshiTest
class OneTransactionIntegrationTests {

    private static final Actor ADMIN = new Actor("admin", "中村 陽子", Set.of("admin"), "情報政策課");

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Sections sections;

    @Autowired
    private FirstReports reports;

    @Autowired
    private FactsDocument documents;

    @Autowired
    private JdbcClient database;

    @Test
    void whatIsRolledBackIsGoneFromEntitiesRowsAndEngine() {
        String number = new TransactionTemplate(transactions).execute(transaction -> {
            String given = Actors.as(
                    ADMIN,
                    () -> reports.receive(report(), Submission.byRest(null, "{}"))
                            .incident());
            Actors.as(ADMIN, () -> sections.add(new SectionDraft("消える課", "消える部"), null));
            assertThat(count("roster_section where name = '消える課'")).isEqualTo(1);
            assertThat(count("incident where number = '" + given + "'")).isEqualTo(1);
            assertThat(count("ACT_RU_EXECUTION where BUSINESS_KEY_ = '" + given + "'"))
                    .isPositive();
            transaction.setRollbackOnly();
            return given;
        });

        assertThat(count("roster_section where name = '消える課'")).isZero();
        assertThat(count("journal_entry where subject = '消える課'")).isZero();
        assertThat(count("incident where number = '" + number + "'")).isZero();
        assertThat(count("ACT_RU_EXECUTION where BUSINESS_KEY_ = '" + number + "'"))
                .isZero();
    }

    private FirstReport report() {
        Map<String, Object> facts = Map.of(
                "type",
                "suspicious-mail",
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "description",
                "不審なメールを開いた",
                "reporter",
                Map.of("name", "職員", "section", "総務課", "phone", "2101"));
        return new FirstReport(documents.parse(JsonMapper.shared().valueToTree(facts)), false, false);
    }

    private long count(String rows) {
        return database.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
