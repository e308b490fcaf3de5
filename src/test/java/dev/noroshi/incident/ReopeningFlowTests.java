package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.workflow.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** 再開: an ended case goes on under its number, from its evaluation, as often as needed; nothing of before is lost. */
@NoroshiTest
class ReopeningFlowTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Comparison comparison;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void whatWasNoIncidentBecomesOneAfterAllAndIsReopenedASecondTime() {
        String number = notIncident();
        List<String> before = city.timeline(number);

        Answer reopened = reopen("lead", number, "同じ宛先から苦情があった");

        assertThat(reopened.status()).as("%s", reopened.body()).isEqualTo(201);
        JsonNode open = city.incident(number);
        assertThat(open.get("status").asString()).isEqualTo("open");
        assertThat(open.get("phase").asString()).isEqualTo("triage");
        assertThat(open.get("outcome").isNull()).isTrue();
        assertThat(open.get("closedAt").isNull()).isTrue();
        assertThat(open.get("reopenings").asInt()).isEqualTo(1);
        assertThat(open.get("level").asString()).isEqualTo("L1");
        assertThat(open.get("levelProvisional").asBoolean()).isTrue();
        assertThat(city.timeline(number))
                .containsAll(before)
                .anySatisfy(line -> assertThat(line).startsWith("reopened ").contains("同じ宛先から苦情があった"));

        toldOf(number, "【CSIRT・再開】", 2);
        city.waiting(number, "userTask_evaluate");
        assertThat(comparison.find()).noneMatch(it -> it.incident().equals(number));
        String standing = process(number);
        city.complete("handler", number, "userTask_evaluate", Map.of("reason", "確かめた"));
        assertThat(standing).doesNotContain("userTask_receive", "endEvent_notIncident");
        city.leadToTheEnd(number);
        assertThat(city.incident(number).get("outcome").asString()).isEqualTo("incident");
        assertThat(city.tasks(number, "userTask_evaluate", "done")).hasSize(2);
        assertThat(city.tasks(number, "userTask_receive", "done")).hasSize(1);

        assertThat(reopen("chief", number, "再発した").status()).isEqualTo(201);
        city.complete("handler", number, "userTask_evaluate", Map.of("outcome", "false-alarm", "reason", "作業の誤認"));
        await().until(() -> status(number).equals("closed"));
        assertThat(city.incident(number).get("outcome").asString()).isEqualTo("false-alarm");
        assertThat(city.incident(number).get("reopenings").asInt()).isEqualTo(2);
        toldOf(number, "【CSIRT・結果】", 2);
    }

    @Test
    void aReopenedCrisisIsHandedOverAgainAndTheCourseOfBeforeCanStillBeSeen() {
        String number = city.evaluated("intrusion", Map.of("lifeline", "yes"));
        city.waiting(number, "userTask_handOverCrisis");
        city.leadToTheEnd(number);
        assertThat(reopen("lead", number, "別の庁舎でも起きた").status()).isEqualTo(201);
        city.complete("handler", number, "userTask_evaluate", Map.of("reason", "確かめた"));

        city.waiting(number, "userTask_handOverCrisis");

        assertThat(city.tasks(number, "userTask_handOverCrisis", "done")).hasSize(1);
        String path = "/api/v1/incidents/" + number + "/process";
        assertThat(city.get("chief", path).body().toString()).doesNotContain("userTask_receive");
        assertThat(city.get("chief", path + "?course=1").body().toString())
                .contains("userTask_receive", "serviceTask_close")
                .doesNotContain("\"active\"");
        assertThat(city.get("chief", path + "?course=3").status()).isEqualTo(404);
        PageClient chief = new PageClient(port, "chief");
        assertThat(chief.get("/incidents/" + number + "/process").body())
                .contains("1回目（", "2回目（", "course=1")
                .doesNotContain("再開する前の経過です。");
        assertThat(chief.get("/incidents/" + number + "/process?course=1").body())
                .contains("再開する前の経過です。", "data-course=\"1\"");
    }

    @Test
    void whoWasToldHearsMoreAndWhoWasLeftOutIsProposedAnew() {
        Map<String, Object> leak = Map.of("included", "yes", "personCount", 150, "myNumber", "no");
        String number = city.evaluated("mis-send", Map.of("personalInformation", leak));
        city.complete(
                "handler",
                number,
                "userTask_confirmReports",
                Map.of("reports", List.of("prefecture-mic"), "reason", "暗号化を確かめている"));
        city.complete("handler", number, "userTask_draftReport", Map.of());
        city.complete("lead", number, "userTask_approveReport", Map.of());
        city.complete("handler", number, "userTask_recordSubmission", Map.of());
        city.leadToTheEnd(number);
        assertThat(reports(number)).contains("prefecture-mic first submitted", "ppc preliminary not-required");

        assertThat(reopen("lead", number, "暗号化されていなかった").status()).isEqualTo(201);
        city.complete("handler", number, "userTask_evaluate", Map.of("reason", "確かめた"));
        String confirm = city.waiting(number, "userTask_confirmReports");

        assertThat(reports(number))
                .contains(
                        "prefecture-mic first submitted",
                        "prefecture-mic follow-up proposed",
                        "ppc preliminary proposed",
                        "ppc definitive proposed");
        JsonNode asked = city.get("handler", "/api/v1/tasks/" + confirm)
                .body()
                .get("fields")
                .get(0);
        assertThat(asked.get("value").toString()).contains("prefecture-mic-follow-up", "ppc-preliminary");
        assertThat(asked.get("options").toString()).contains("県・総務省（続報）").doesNotContain("\"prefecture-mic\"");
        city.complete(
                "handler",
                number,
                "userTask_confirmReports",
                Map.of("reports", List.of("prefecture-mic-follow-up"), "reason", "ほかは後日"));
        String draft = city.waiting(number, "userTask_draftReport");
        assertThat(city.get("handler", "/api/v1/tasks/" + draft)
                        .body()
                        .get("name")
                        .asString())
                .contains("県・総務省（続報）");
        assertThat(city.get("handler", "/api/v1/tasks/" + draft)
                        .body()
                        .get("fields")
                        .toString())
                .contains("続報");
        assertThat(comparison.find()).noneMatch(it -> it.incident().equals(number));
    }

    private List<String> reports(String number) {
        return city.get("chief", "/api/v1/reports?size=200&incident=" + number)
                .body()
                .get("items")
                .valueStream()
                .map(it -> it.get("addressee").asString() + " " + it.get("kind").asString() + " "
                        + it.get("state").asString())
                .toList();
    }

    @Test
    void onlyWhoMayReopensAndOnlyWhatHasEnded() {
        String number = city.report("mis-send", Map.of());
        assertThat(reopen("lead", number, "まだ開いている").status()).isEqualTo(409);
        withdraw(number);

        assertThat(reopen("staff", number, "続きがある").status()).isEqualTo(403);
        assertThat(reopen("auditor", number, "続きがある").status()).isEqualTo(403);
        assertThat(reopen("lead", number, " ").status()).isEqualTo(422);
        assertThat(status(number)).isEqualTo("closed");
        Answer asked = reopen("handler", number, "続きがある");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().get("status").asString()).isEqualTo("closed");
        assertThat(reopen("handler", number, "続きがある").status()).isEqualTo(202);
        assertThat(city.timeline(number).stream().filter(line -> line.startsWith("reopening-asked ")))
                .hasSize(1);
        toldOf(number, "【CSIRT・再開の申出】", 2);
    }

    @Test
    void aSecondClickReopensOnceAndWhatWasWithdrawnMayBeWithdrawnAgain() {
        String number = city.report("mis-send", Map.of());
        withdraw(number);

        assertThat(reopen("lead", number, "取下げは誤りだった").status()).isEqualTo(201);
        assertThat(reopen("lead", number, "取下げは誤りだった").status()).isEqualTo(201);
        assertThat(reopen("chief", number, "取下げは誤りだった").status()).isEqualTo(409);

        city.waiting(number, "userTask_evaluate");
        assertThat(city.tasks(number, "userTask_evaluate", "open")).hasSize(1);
        assertThat(city.incident(number).get("reopenings").asInt()).isEqualTo(1);
        withdraw(number);
    }

    @Test
    void thePageOfAClosedCaseOffersIt() {
        String number = notIncident();

        PageClient handler = new PageClient(port, "handler");
        String page = handler.get("/incidents/" + number).body();
        assertThat(page).contains("再開を求める");
        PageClient lead = new PageClient(port, "lead");
        String leads = lead.get("/incidents/" + number).body();
        assertThat(lead.post("/incidents/" + number + "/reopenings", leads, Map.of("reason", ""))
                        .body())
                .contains("＊");
        assertThat(lead.post("/incidents/" + number + "/reopenings", leads, Map.of("reason", "新しい事実"))
                        .body())
                .contains("再開しました。", "再開した回数");
        assertThat(status(number)).isEqualTo("open");
        assertThat(new PageClient(port, "staff").get("/incidents/" + number).body())
                .doesNotContain("reopening-reason");
    }

    private String notIncident() {
        String number = city.report("mis-send", Map.of());
        city.complete("handler", number, "userTask_receive", Map.of());
        city.complete("handler", number, "userTask_evaluate", Map.of("outcome", "not-incident", "reason", "誤送信ではなかった"));
        await().until(() -> status(number).equals("closed"));
        return number;
    }

    private void withdraw(String number) {
        assertThat(city.post("handler", "/api/v1/incidents/" + number + "/withdrawal", Map.of("reason", "二重の報告"))
                        .status())
                .isEqualTo(200);
        await().until(() -> status(number).equals("closed"));
    }

    private String status(String number) {
        return city.incident(number).get("status").asString();
    }

    private String process(String number) {
        city.waiting(number, "userTask_evaluate");
        return city.get("chief", "/api/v1/incidents/" + number + "/process")
                .body()
                .toString();
    }

    private void toldOf(String number, String subject, int letters) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(city.get("chief", "/api/v1/mails?size=200&incident=" + number)
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(mail -> mail.get("subject").asString().contains(subject)))
                        .hasSizeGreaterThanOrEqualTo(letters));
    }

    private Answer reopen(String account, String number, String reason) {
        return city.post(account, "/api/v1/incidents/" + number + "/reopenings", Map.of("reason", reason));
    }
}
