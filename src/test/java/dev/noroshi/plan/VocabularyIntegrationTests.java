package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.plan.check.PlanFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a plan may use can be read by those who may read the plan. */
@NoroshiTest
class VocabularyIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void programsReadWhatAPlanMayUse() {
        JsonNode vocabulary =
                new CaseClient(port).get("lead", "/api/v1/plan/vocabulary").body();

        assertThat(vocabulary.get("actions").toString()).contains("${response.call(key, 'ladder', 'element')}");
        assertThat(vocabulary.get("questions").toString()).contains("${incident.atLeast(key, level)}");
        assertThat(vocabulary.get("dates").toString()).contains("${recovery.observationEnds(key)}");
        assertThat(vocabulary.get("roles").toString()).contains("csirt-handler");
        assertThat(vocabulary.get("targets").toString()).contains("report-to-ciso");
        assertThat(vocabulary.get("forms").toString()).contains("decidePublication");
        assertThat(vocabulary.get("messages").toString()).contains("CallAnswered");
        assertThat(vocabulary.get("runbooks").toString()).contains("RB-14");
        assertThat(vocabulary.get("tables").toString()).contains("time-targets");
    }

    @Test
    void peopleReadItInTheirLanguage() {
        Caller lead = Caller.signedIn(port, "lead");

        assertThat(lead.get("/plan/vocabulary").body())
                .contains("計画で使えることば", "重大度がその値以上か", "統一的な窓口", "report-to-ciso", "RB-14");
        assertThat(lead.get("/plan/vocabulary?lang=en").body())
                .contains("What a plan may use", "Closes the case", "RB-14");
    }

    @Test
    void whoHoldsNoRoleReadsNothing() {
        assertThat(new CaseClient(port).get("staff", "/api/v1/plan/vocabulary").status())
                .isEqualTo(403);
    }

    @Test
    void authorsTakeTheTemplatesForTheirModeler() throws IOException {
        byte[] zip = new CaseClient(port).bytes("lead", "/api/v1/plan/templates");

        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry entry = in.getNextEntry();
            assertThat(entry.getName()).isEqualTo(".camunda/element-templates/call-activity.json");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("dev.noroshi.callActivity");
        }
        assertThat(PlanFiles.unzipped(new ByteArrayInputStream(zip)).contents())
                .as("uploaded with a plan they are left out")
                .isEmpty();
        assertThat(new CaseClient(port).get("staff", "/api/v1/plan/templates").status())
                .isEqualTo(403);
    }
}
