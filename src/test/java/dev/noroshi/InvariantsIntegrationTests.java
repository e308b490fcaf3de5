package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What holds at the doors whatever the plan says (ADR 0009): INV-3 and INV-5. */
@NoroshiTest
class InvariantsIntegrationTests {

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void anybodyMayReportAlsoForAResident() {
        String number = city.report(
                "mis-deliver",
                Map.of(
                        "reporter",
                        Map.of(
                                "name", "派遣　花子",
                                "section", "みらい管財株式会社（委託先）",
                                "phone", "080-0000-0000",
                                "email", "hanako@contractor.example.jp"),
                        "onBehalfOf",
                        "窓口に来られた方"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(city.get("chief", "/api/v1/mails?size=200&incident=" + number)
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(mail -> mail.get("to").toString().contains("handler@city.example.jp"))
                                .map(mail -> mail.get("subject").asString()))
                        .anyMatch(subject -> subject.contains("第一報")));
        city.complete("handler", number, "userTask_receive", Map.of());
    }

    @Test
    void aMereSuspicionStartsTheLegalClockAtItsDiscovery() {
        String number = city.report(
                "lost",
                Map.of("personalInformation", Map.of("included", "yes", "personCount", 300, "myNumber", "unknown")));
        city.complete("handler", number, "userTask_receive", Map.of());
        city.complete("handler", number, "userTask_evaluate", Map.of("reason", "紛失のおそれ"));
        city.complete("handler", number, "userTask_confirmReports", Map.of());

        JsonNode report = await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> city.get("chief", "/api/v1/reports?size=200&incident=" + number)
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(it -> it.get("addressee").asString().equals("ppc"))
                                .filter(it -> it.get("kind").asString().equals("preliminary"))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
        assertThat(report.get("required").asBoolean()).isTrue();
        assertThat(report.get("knownAt").asString())
                .isEqualTo(city.incident(number).get("discoveredAt").asString());
    }
}
