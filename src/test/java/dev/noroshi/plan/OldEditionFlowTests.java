package dev.noroshi.plan;

import static dev.noroshi.plan.EditionClient.EDITIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.plan.check.PlanFiles;
import dev.noroshi.workflow.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Cases of an edition that an earlier version of the product deployed: before the notification matrix, the checklist and the
 * crisis, and with a response that was no part of its own.
 */
@NoroshiTest
class OldEditionFlowTests {

    private static final Map<String, Object> FACTS = Map.of(
            "segment",
            "lgwan",
            "personalInformation",
            Map.of("included", "yes", "personCount", 150, "myNumber", "no", "sensitive", "no", "financialHarm", "no"));

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ShippedPlan shipped;

    @Autowired
    private Processes processes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private CaseClient city;
    private EditionClient editions;
    private int before;

    @BeforeEach
    void theOldEditionRuns() throws IOException {
        city = new CaseClient(port);
        editions = new EditionClient(port);
        before = editions.running();
        try (ZipInputStream old =
                new ZipInputStream(OldEditionFlowTests.class.getResourceAsStream("/editions/before-the-matrix.zip"))) {
            repository
                    .createDeployment()
                    .name("plan")
                    .source("shipped")
                    .addZipInputStream(old)
                    .deploy();
        }
        shipped.offer(PlanFiles.in(Path.of("bpmn")).contents());
        assertThat(editions.running()).isGreaterThan(before);
    }

    @AfterEach
    void backToTheShippedPlan() {
        editions.goBackTo(before);
    }

    @Test
    void aCaseRunsToItsEndOnIt() {
        String number = city.evaluated("mis-send", FACTS);
        city.waiting(number, "userTask_containSpread");
        city.complete("handler", number, "userTask_confirmReports", Map.of());
        assertThat(reports(number)).contains("ppc preliminary web-form drafting", "prefecture-mic first mail drafting");

        city.leadToTheEnd(number);

        assertThat(city.incident(number).get("outcome").asString()).isEqualTo("incident");
    }

    @Test
    void casesMoveIntoTheResponseOfTheNewOneUnlessTheyWouldWaitThereForEver() {
        String evaluated = city.report("mis-send", FACTS);
        city.complete("handler", evaluated, "userTask_receive", Map.of());
        city.waiting(evaluated, "userTask_evaluate");
        String contained = city.evaluated("mis-send", FACTS);
        city.waiting(contained, "userTask_containSpread");
        city.waiting(contained, "userTask_confirmReports");
        String recovered = city.evaluated("mis-send", FACTS);
        for (String step : List.of(
                "userTask_containSpread",
                "userTask_preserveEvidence",
                "userTask_confirmReports",
                "userTask_acknowledgeByCiso",
                "userTask_decidePublication")) {
            city.complete(
                    step.contains("Ciso") ? "ciso" : step.contains("Publication") ? "chief" : "handler",
                    recovered,
                    step,
                    Map.of());
        }
        city.waiting(recovered, "userTask_eradicate");
        editions.goBackTo(before);
        int now = editions.running();

        String moves = EDITIONS + "/" + now + "/moves";
        for (String number : List.of(evaluated, recovered)) {
            JsonNode left = city.post("lead", moves, Map.of("incidents", List.of(number), "reason", "版を改めた"))
                    .body();
            assertThat(left.get("items")).as("%s", left).isEmpty();
        }
        String obstacles = city.get("lead", moves + "?incident=" + contained)
                .body()
                .get("items")
                .get(0)
                .get("obstacles")
                .toString();
        assertThat(obstacles)
                .contains("branch-not-begun", "gateway_crisisDone", "対策本部への引継ぎ")
                .doesNotContain("no-place");
        assertThat(new PageClient(port, "lead")
                        .get("/plan/editions/" + now + "/moves?lang=ja&incident=" + contained)
                        .body())
                .contains("移せません。分岐を過ぎているため、この版で加わった枝を始められません：対策本部への引継ぎ");
        for (String number : List.of(evaluated, contained, recovered)) {
            city.leadToTheEnd(number);
            assertThat(city.incident(number).get("outcome").asString()).isEqualTo("incident");
        }
    }

    /** The old edition has no model for the roster; one that another edition brought asks for it, one that none has asks nobody. */
    @Test
    void whatItHasNoModelForGoesByTheNewestEditionThatHas() {
        String key = "ROSTER-2020-04-01";
        jdbc.sql("insert into roster_confirmation (begins_on, opened_at) values ('2020-04-01', '2020-04-01')")
                .update();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        try {
            transaction.executeWithoutResult(status -> {
                processes.startOnceKnown("roster-confirmation", key);
                processes.startOnceKnown("never-drawn", key);
            });

            assertThat(processes.models(processes.newestEdition())).doesNotContainKey("roster-confirmation");
            assertThat(processes.models(processes.editionOf(key).orElseThrow())).containsKey("roster-confirmation");
        } finally {
            transaction.executeWithoutResult(status -> processes.stop("roster-confirmation", key));
            jdbc.sql("delete from roster_confirmation where begins_on = '2020-04-01'")
                    .update();
        }
    }

    private List<String> reports(String number) {
        return city.get("chief", "/api/v1/reports?size=200&incident=" + number)
                .body()
                .get("items")
                .valueStream()
                .map(report -> String.join(
                        " ",
                        report.get("addressee").asString(),
                        report.get("kind").asString(),
                        report.get("channel").asString(),
                        report.get("state").asString()))
                .toList();
    }
}
