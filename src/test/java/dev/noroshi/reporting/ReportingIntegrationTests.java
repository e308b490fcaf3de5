package dev.noroshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Bodies outside are told what the law asks, by two people, in time. */
@NoroshiTest
class ReportingIntegrationTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void moreThanAHundredPersonsAreReportedByTwoWithTheNumberOfTheReceipt() {
        String number = leak(101);
        JsonNode preliminary = report(number, "ppc", "preliminary");
        assertThat(preliminary.get("required").asBoolean()).isTrue();
        assertThat(preliminary.get("dueOn").asString())
                .isEqualTo(LocalDate.now(TOKYO).plusDays(4).toString());
        assertThat(report(number, "ppc", "definitive").get("dueOn").asString())
                .isGreaterThanOrEqualTo(LocalDate.now(TOKYO).plusDays(29).toString());

        city.complete(
                "handler",
                number,
                "userTask_confirmReports",
                Map.of("reports", List.of("ppc-preliminary"), "reason", "ほかは電話で済んだ"));
        String draft = city.waiting(number, "userTask_draftReport");
        assertThat(field("handler", draft, "text")).contains("個人情報保護委員会", "101人");
        city.completion("handler", draft, Map.of());
        String approval = city.waiting(number, "userTask_approveReport");
        assertThat(city.completion("handler", approval, Map.of()).status()).isEqualTo(403);
        city.completion("lead", approval, Map.of("decision", "sendBack", "comment", "人数の根拠を書くこと"));
        city.completion("handler", city.waiting(number, "userTask_draftReport"), Map.of("text", "直した"));
        city.completion("lead", city.waiting(number, "userTask_approveReport"), Map.of());
        String submission = city.waiting(number, "userTask_recordSubmission");
        assertThat(field("handler", submission, "channel")).isEqualTo("web-form");
        city.completion("handler", submission, Map.of("referenceNumber", "PPC-2026-0042"));

        JsonNode submitted = report(number, "ppc", "preliminary");
        assertThat(submitted.get("state").asString()).isEqualTo("submitted");
        assertThat(submitted.get("reference").asString()).isEqualTo("PPC-2026-0042");
        assertThat(city.timeline(number))
                .anyMatch(line -> line.contains("PPC-2026-0042"))
                .anyMatch(line -> line.contains("人数の根拠を書くこと"));
    }

    @Test
    void theBasisIsSaidInTheReadersLanguage() {
        String number = leak(101);
        report(number, "ppc", "preliminary");
        Caller handler = Caller.program(port, "handler");
        String path = "/api/v1/reports?incident=" + number;

        String japanese = handler.get(path).body();
        JsonNode english =
                Caller.read(handler.get(path, "Accept-Language", "en")).get("items");

        assertThat(japanese).contains("個情法68条・規則43条4号", "技術的助言").doesNotContain("ppi-43-4");
        assertThat(english.size()).isGreaterThan(5);
        english.forEach(report -> assertThat(report.get("basis").asString())
                .isNotBlank()
                .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]"));
        assertThat(english.toString()).contains("APPI Art. 68, Rules Art. 43 item 4");
        assertThat(Caller.signedIn(port, "handler")
                        .get("/incidents/" + number + "/reports?lang=en")
                        .body())
                .contains("APPI Art. 68, Rules Art. 43 item 4")
                .doesNotContain("個情法", "該当なし");
    }

    @Test
    void whoIsLateIsRemindedOnceOfTheStepOfTodayAndThenOfTheNext() {
        Instant discovered = Instant.now().minus(Duration.ofDays(3));
        String number = city.evaluated(
                "mis-send",
                Map.of(
                        "discoveredAt",
                        discovered.toString(),
                        "personalInformation",
                        Map.of("included", "yes", "personCount", 101)));
        city.complete(
                "handler",
                number,
                "userTask_confirmReports",
                Map.of("reports", List.of("ppc-preliminary"), "reason", "ほかは電話で済んだ"));
        String id = report(number, "ppc", "preliminary").get("id").asString();

        await().until(() -> reminders(id).size() == 1);
        assertThat(reminders(id).get(0))
                .startsWith(id + "/reminder/3 ")
                .contains("handler2@", "lead@", "期限が迫っています")
                .doesNotContain("ciso@", "manager@");

        city.patch(
                "handler",
                "/api/v1/incidents/" + number,
                "*",
                Map.of("discoveredAt", discovered.minus(Duration.ofDays(2)).toString(), "reason", "もっと前だった"));

        await().until(() -> reminders(id).size() == 2);
        assertThat(reminders(id).get(1)).startsWith(id + "/reminder/4 ").contains("chief@", "最終日です");
    }

    private List<String> reminders(String id) {
        return jdbc.sql("select concat(letter_key, ' ', recipients, ' ', body) from mail_out where letter_key like ?"
                        + " order by id")
                .param(id + "/reminder/%")
                .query(String.class)
                .list();
    }

    @Test
    void aHundredPersonsAreNot() {
        assertThat(report(leak(100), "ppc", "preliminary").get("required").asBoolean())
                .isFalse();
    }

    @Test
    void whatIsNewlyRequiredAfterTheConfirmationBeginsAtOnce() {
        String number = leak(100);
        city.complete("handler", number, "userTask_confirmReports", Map.of("reports", List.of(), "reason", "訓練の伝達のみ"));
        await().until(() ->
                !city.tasks(number, "userTask_decidePublication", "open").isEmpty());

        city.patch(
                "handler",
                "/api/v1/incidents/" + number,
                "*",
                Map.of("personalInformation", Map.of("personCount", 101), "reason", "数えた"));

        await().until(() -> city.tasks(number, "userTask_draftReport", "open").size() >= 2);
        assertThat(report(number, "ppc", "definitive").get("state").asString()).isEqualTo("drafting");
        assertThat(city.timeline(number)).anyMatch(line -> line.startsWith("report-newly-required"));
    }

    @Test
    void whatIsNoLongerRequiredIsDroppedByAPersonAndBeginsAgainWhenItIs() {
        String number = leak(101);
        city.complete(
                "handler",
                number,
                "userTask_confirmReports",
                Map.of("reports", List.of("ppc-preliminary"), "reason", "ほかは電話で済んだ"));
        city.waiting(number, "userTask_draftReport");

        count(number, 100);
        String drop = city.waiting(number, "userTask_confirmDrop");
        assertThat(report(number, "ppc", "preliminary").get("state").asString()).isEqualTo("drafting");
        assertThat(city.tasks(number, "userTask_draftReport", "open")).hasSize(1);
        assertThat(city.completion("handler", drop, Map.of("reason", "数え直した")).status())
                .isEqualTo(403);
        assertThat(city.completion("lead", drop, Map.of("reason", "数え直した")).status())
                .isEqualTo(200);
        await().until(() ->
                report(number, "ppc", "preliminary").get("state").asString().equals("not-required"));
        await().until(() -> city.tasks(number, "userTask_draftReport", "open").isEmpty());

        count(number, 150);

        city.waiting(number, "userTask_draftReport");
        assertThat(report(number, "ppc", "preliminary").get("state").asString()).isEqualTo("drafting");
        assertThat(city.timeline(number)).anyMatch(line -> line.startsWith("report-dropped") && line.contains("数え直した"));
    }

    private void count(String number, int persons) {
        city.patch(
                "handler",
                "/api/v1/incidents/" + number,
                "*",
                Map.of("personalInformation", Map.of("personCount", persons), "reason", "数えた"));
    }

    @Test
    void whatPeopleLeftOutStaysOut() {
        String number = leak(101);
        String task = city.waiting(number, "userTask_confirmReports");
        CaseClient.Answer refused = city.completion("handler", task, Map.of("reports", List.of()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("left-out", "個人情報保護委員会（速報）", "外す理由を書いてください");
        city.complete(
                "handler", number, "userTask_confirmReports", Map.of("reports", List.of(), "reason", "暗号化を確かめている"));
        assertThat(city.timeline(number))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("reports-confirmed")
                        .contains("報告しない（「要」とされた先）：個人情報保護委員会（速報）", "暗号化を確かめている"));
        assertThat(new PageClient(port, "lead")
                        .get("/incidents/" + number + "/reports")
                        .body())
                .contains("理由: 暗号化を確かめている");
        assertThat(new PageClient(port, "auditor")
                        .get("/journal?subject=" + number)
                        .body())
                .contains("「要」とされた報告先を外した");

        city.patch("handler", "/api/v1/incidents/" + number, "*", Map.of("place", "本庁", "reason", "聞いた"));

        assertThat(report(number, "ppc", "preliminary").get("state").asString()).isEqualTo("not-required");
    }

    private String leak(int persons) {
        String number = city.evaluated(
                "mis-send", Map.of("personalInformation", Map.of("included", "yes", "personCount", persons)));
        city.waiting(number, "userTask_confirmReports");
        return number;
    }

    private JsonNode report(String number, String addressee, String kind) {
        return city.get("chief", "/api/v1/reports?incident=" + number)
                .body()
                .get("items")
                .valueStream()
                .filter(report -> report.get("addressee").asString().equals(addressee))
                .filter(report -> report.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private String field(String account, String task, String name) {
        return city.get(account, "/api/v1/tasks/" + task)
                .body()
                .get("fields")
                .valueStream()
                .filter(field -> field.get("name").asString().equals(name))
                .map(field -> field.get("value").asString())
                .findFirst()
                .orElseThrow();
    }
}
