package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Cases that few may know of, and cases that are no cases. */
@NoroshiTest
class SpecialCasesIntegrationTests {

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void aRestrictedCaseIsKnownToTheNamedFewOnly() {
        String number = city.report("insider", Map.of());
        city.waiting(number, "userTask_receive");
        await().until(() ->
                letters(number).stream().anyMatch(letter -> letter.contains("受領") || letter.contains("handler@")));

        for (String outsider : List.of("manager", "handler2")) {
            assertThat(city.get(outsider, "/api/v1/incidents/" + number).status())
                    .as(outsider)
                    .isEqualTo(404);
            assertThat(city.get(outsider, "/api/v1/incidents?size=200").body().toString())
                    .doesNotContain(number);
            assertThat(city.get(outsider, "/api/v1/tasks?size=200").body().toString())
                    .doesNotContain(number);
        }
        city.complete("handler", number, "userTask_receive", Map.of());
        city.complete("handler", number, "userTask_evaluate", Map.of());
        city.waiting(number, "userTask_preserveEvidence");
        assertThat(city.incident(number).get("restricted").asBoolean()).isTrue();
        assertThat(letters(number)).noneMatch(letter -> letter.contains("manager@") || letter.contains("handler2@"));
    }

    @Test
    void whatTurnsOutToBeAnInsidersActIsRestrictedFromThen() {
        String number = city.report("account-compromise", Map.of());
        assertThat(city.get("manager", "/api/v1/incidents/" + number).status()).isEqualTo(200);

        city.patch("handler", "/api/v1/incidents/" + number, "*", Map.of("type", "insider", "reason", "記録を調べた"));

        assertThat(city.get("manager", "/api/v1/incidents/" + number).status()).isEqualTo(404);
        assertThat(city.level(number)).isEqualTo("L3");
    }

    @Test
    void aDrillIsMarkedEverywhereAndRunsNoLegalClock() {
        assertThat(city.post("staff", "/api/v1/first-reports", drill()).status())
                .isEqualTo(403);
        String number = city.report(
                "lead",
                "intrusion",
                Map.of("drill", true, "personalInformation", Map.of("included", "yes", "personCount", 500)));

        assertThat(number).matches("R\\d+-D\\d{4,}");
        city.complete("handler", number, "userTask_receive", Map.of());
        city.complete("handler", number, "userTask_evaluate", Map.of());
        city.waiting(number, "userTask_confirmReports");
        JsonNode reports =
                city.get("chief", "/api/v1/reports?incident=" + number).body();
        reports.get("items").forEach(report -> {
            assertThat(report.get("drill").asBoolean()).isTrue();
            assertThat(report.hasNonNull("dueOn")).isFalse();
        });
        await().until(() -> !city.get("chief", "/api/v1/mails?direction=out&size=200&incident=" + number)
                .body()
                .get("items")
                .isEmpty());
        city.get("chief", "/api/v1/mails?direction=out&size=200&incident=" + number)
                .body()
                .get("items")
                .forEach(mail -> {
                    assertThat(mail.get("drill").asBoolean()).isTrue();
                    assertThat(mail.get("subject").asString()).startsWith("【訓練】【CSIRT");
                });
        await().until(() -> !letterLines(number).isEmpty());
        assertThat(letterLines(number))
                .allSatisfy(line -> assertThat(line).contains("【訓練】【CSIRT").doesNotContain("【訓練】【訓練】"));
        assertThat(new PageClient(port, "handler").get("/incidents/" + number).body())
                .contains("【訓練】");
    }

    @Test
    void aNearMissEndsAtLevelZeroAndTheReporterLearnsWhy() {
        String number = city.report("mis-send", Map.of());
        city.complete("handler", number, "userTask_receive", Map.of());
        city.complete("handler", number, "userTask_evaluate", Map.of("outcome", "near-miss", "reason", "送信前に気付いた"));

        await().until(() -> city.incident(number).get("status").asString().equals("closed"));
        assertThat(city.incident(number).get("outcome").asString()).isEqualTo("near-miss");
        assertThat(city.level(number)).isEqualTo("L0");
        await().until(() -> letters(number).stream()
                .anyMatch(letter -> letter.contains("staff@city.example.jp") && letter.contains("送信前に気付いた")));
    }

    @Test
    void reportsAtTheSameMomentGetDistinctNumbersWithoutAGap() {
        List<String> numbers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> city.report("mis-send", Map.of()))
                .sorted()
                .toList();

        List<Integer> sequence = numbers.stream()
                .map(number -> Integer.parseInt(number.replaceFirst(".*-", "")))
                .toList();
        assertThat(sequence).doesNotHaveDuplicates();
        assertThat(sequence.get(7) - sequence.get(0)).isEqualTo(7);
    }

    private List<String> letterLines(String number) {
        return city.get("chief", "/api/v1/incidents/" + number + "/timeline?size=200")
                .body()
                .get("items")
                .valueStream()
                .filter(line -> line.get("kind").asString().equals("letter"))
                .map(line -> line.get("text").asString())
                .toList();
    }

    private static Map<String, Object> drill() {
        return Map.of(
                "type", "mis-send",
                "drill", true,
                "discoveredAt", "2026-11-01T00:00:00Z",
                "description", "訓練",
                "reporter", Map.of("name", "職員", "section", "総務課", "phone", "2101"));
    }

    private List<String> letters(String number) {
        return city.get("chief", "/api/v1/mails?direction=out&size=200&incident=" + number)
                .body()
                .get("items")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }
}
