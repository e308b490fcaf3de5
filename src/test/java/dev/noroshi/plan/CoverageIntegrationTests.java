package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.plan.check.Duties;
import dev.noroshi.plan.check.PlanFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Which duty is carried out by which element, both ways, for each edition. */
@NoroshiTest
class CoverageIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void programsReadWhoCarriesOutWhatBothWays() {
        CaseClient city = new CaseClient(port);
        JsonNode coverage =
                city.get("auditor", "/api/v1/plan/editions/1/coverage").body();

        assertThat(coverage.get("edition").asInt()).isEqualTo(1);
        assertThat(coverage.get("duties"))
                .hasSize(Duties.shipped().size())
                .allSatisfy(duty -> assertThat(duty.get("covered").asBoolean()
                                || !duty.get("mandatory").asBoolean())
                        .as(duty.get("clause").asString())
                        .isTrue());
        Map<String, JsonNode> elements = new HashMap<>();
        coverage.get("elements")
                .forEach(it -> elements.put(
                        it.get("model").asString() + "/" + it.get("element").asString(), it));
        for (JsonNode duty : coverage.get("duties")) {
            for (JsonNode by : duty.get("elements")) {
                JsonNode element = elements.get(
                        by.get("model").asString() + "/" + by.get("element").asString());
                assertThat(element.get("duties").toString())
                        .contains('"' + duty.get("key").asString() + '"');
            }
        }
        assertThat(elements.get("triage/userTask_evaluate").get("duties").toString())
                .contains("evaluate");
        assertThat(elements.get("triage/userTask_evaluate").get("roles").toString())
                .contains("csirt-handler");
        assertThat(city.get("staff", "/api/v1/plan/editions/1/coverage").status())
                .isEqualTo(403);
        assertThat(city.get("lead", "/api/v1/plan/editions/99999/coverage").status())
                .isEqualTo(404);
    }

    @Test
    void anElementThatIsTakenOutLeavesItsDutyOpen() throws Exception {
        Map<String, byte[]> files = new HashMap<>(PlanFiles.in(Path.of("bpmn")).contents());
        files.remove("external-report.bpmn");

        assertThat(Coverage.of(dev.noroshi.plan.check.PlanContents.of(files)).missing())
                .extracting(it -> it.duty().key())
                .containsExactlyInAnyOrder("plan-matters", "ppc-deadlines");
    }
}
