package dev.noroshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Segment × data × cause × level: every body that any of them asks for is told once, in its own way, by the earliest deadline. */
@NoroshiTest
class NotificationMatrixIntegrationTests {

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void theBodiesOfEverySegmentAreToldEachOnce() {
        String number = determined("intrusion", Map.of("segment", "internet", "assets", List.of("SV-001")));

        Map<String, JsonNode> reports = required(number);

        assertThat(reports.keySet())
                .contains("jlis", "prefecture", "digital-agency", "provider", "jpcert", "police", "prefecture-mic")
                .doesNotContain("nco", "statistics", "legal-affairs");
        JsonNode prefecture = reports.get("prefecture");
        assertThat(prefecture.get("basis").asString()).contains("緊急時連絡網", "自治体情報セキュリティクラウド");
        assertThat(prefecture.get("channel").asString()).isEqualTo("phone");
        assertThat(due(prefecture)).isEqualTo(known(prefecture).plus(Duration.ofMinutes(60)));
    }

    @Test
    void whoIsInChargeOfTheDataIsTold() {
        String number = determined(
                "lost", Map.of("dataCategories", List.of("census", "family-register"), "segment", "internet"));

        assertThat(required(number).keySet())
                .contains("statistics", "legal-affairs", "police")
                .doesNotContain("late-elderly-union", "prefecture", "jlis", "provider");
        assertThat(required(number).get("police").get("channel").asString()).isEqualTo("visit");
    }

    @Test
    void aBodySaysInEveryDoorHowItIsTold() {
        String number = determined("dos", Map.of("segment", "internet"));
        city.complete(
                "handler",
                number,
                "userTask_confirmReports",
                Map.of("reports", List.of("prefecture"), "reason", "電話で伝えた"));

        String draft = city.waiting(number, "userTask_draftReport");
        JsonNode step = city.get("handler", "/api/v1/tasks/" + draft).body();

        assertThat(step.get("name").asString()).isEqualTo("報告の起案［県（系統の運用・所管）］");
        Caller handler = Caller.signedIn(port, "handler");
        assertThat(handler.get("/tasks/" + draft).body()).contains("手段: 電話", "県（系統の運用・所管）");
        assertThat(handler.get("/incidents/" + number + "/reports").body()).contains("電話", "Web報告フォーム");
        assertThat(handler.get("/tasks/" + draft + "?lang=en").body())
                .contains("Channel: Phone", "[Prefecture (operator of the segment)]");
    }

    @Test
    void theClockOfABodyRunsOnWhenFactsChangeAgain() {
        String number = determined("intrusion", Map.of("segment", "lgwan"));
        JsonNode before = required(number).get("jlis");

        correct(number, Map.of("place", "本庁"));
        correct(number, Map.of("assets", List.of("SV-001")));

        JsonNode after = required(number).get("jlis");
        assertThat(after.get("dueAt")).isEqualTo(before.get("dueAt"));
        assertThat(required(number)).containsKey("digital-agency");
        assertThat(known(required(number).get("digital-agency"))).isAfter(known(after));
    }

    @Test
    void unknownKindsOfDataAreRefused() {
        String number = determined("lost", Map.of());

        assertThat(city.patch(
                                "handler",
                                "/api/v1/incidents/" + number,
                                "*",
                                Map.of("dataCategories", List.of("secrets"), "reason", "聞いた"))
                        .status())
                .isEqualTo(422);
    }

    private String determined(String type, Map<String, ?> more) {
        String number = city.evaluated(type, more);
        city.waiting(number, "userTask_confirmReports");
        return number;
    }

    private void correct(String number, Map<String, ?> facts) {
        Map<String, Object> body = new HashMap<>(facts);
        body.put("reason", "分かった");
        assertThat(city.patch("handler", "/api/v1/incidents/" + number, "*", body)
                        .status())
                .isEqualTo(200);
    }

    private Map<String, JsonNode> required(String number) {
        Map<String, JsonNode> required = new HashMap<>();
        city.get("chief", "/api/v1/reports?size=200&incident=" + number)
                .body()
                .get("items")
                .valueStream()
                .filter(report -> report.get("required").asBoolean())
                .forEach(report -> required.put(report.get("addressee").asString(), report));
        return required;
    }

    private static Instant due(JsonNode report) {
        return Instant.parse(report.get("dueAt").asString());
    }

    private static Instant known(JsonNode report) {
        return Instant.parse(report.get("knownAt").asString());
    }
}
