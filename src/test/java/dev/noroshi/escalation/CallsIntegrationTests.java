package dev.noroshi.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An answer, by whomever and however often, reaches plan, queue and timeline once. */
@NoroshiTest
class CallsIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;
    private String number = "";
    private String call = "";

    @BeforeEach
    void theCisoIsCalled() {
        city = new CaseClient(port);
        number = city.evaluated("intrusion", Map.of());
        city.waiting(number, "userTask_acknowledgeByCiso");
        await().until(() -> {
            JsonNode calls = city.get("chief", "/api/v1/escalations?state=calling&incident=" + number)
                    .body()
                    .get("items");
            calls.valueStream()
                    .filter(one -> one.get("subject").asString().equals("userTask_acknowledgeByCiso"))
                    .filter(one -> one.get("rung").asInt() == 1)
                    .forEach(one -> call = one.get("id").asString());
            return !call.isEmpty();
        });
    }

    @Test
    void theWindowEntersWhatItHeardOnTheTelephone() {
        assertThat(answer("handler", Map.of("via", "proxy", "person", "chief")).status())
                .isEqualTo(422);
        assertThat(answer("manager", Map.of("via", "proxy", "person", "ciso")).status())
                .isEqualTo(403);
        assertThat(answer("handler", Map.of("via", "proxy", "person", "ciso", "note", "電話で了解"))
                        .status())
                .isEqualTo(200);

        settled("proxy");
        assertThat(city.timeline(number))
                .anyMatch(line -> line.startsWith("answer") && line.contains("代理入力") && line.contains("高橋　健太"));
        assertThat(jdbc.sql(
                                "select count(*) from journal_entry where act = 'escalation.proxy-answered' and subject = ?")
                        .param(call)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theButtonAnswersOnceAndNobodyElseMayPressIt() {
        assertThat(answer("staff", Map.of()).status()).isIn(403, 404);
        assertThat(answer("chief", Map.of()).status()).isEqualTo(403);
        assertThat(answer("ciso", Map.of("via", "pigeon")).status()).isEqualTo(422);

        assertThat(answer("ciso", Map.of()).status()).isEqualTo(200);
        assertThat(answer("ciso", Map.of()).status()).isEqualTo(200);

        settled("button");
        assertThat(city.timeline(number).stream().filter(line -> line.startsWith("answer")))
                .hasSize(1);
    }

    @Test
    void theCallIsReadInEitherLanguage() {
        PageClient ciso = new PageClient(port, "ciso");

        String japanese = ciso.get("/escalations/" + call).body();
        String english = ciso.get("/escalations/" + call + "?lang=en").body();

        assertThat(japanese).contains("報告を確認し、指示をしてください", "不正アクセス", "令和", "山本　正樹", "次の連絡先");
        assertThat(english)
                .contains("Please acknowledge the report and instruct")
                .containsPattern("<dd>\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}</dd>")
                .doesNotContain("してください", "不正アクセス", "令和", "対応中", "??");
    }

    @Test
    void theCallAloneTellsOverRestHowItWent() {
        assertThat(answer("handler", Map.of("via", "proxy", "person", "ciso", "note", "電話で了解"))
                        .status())
                .isEqualTo(200);

        JsonNode whole = city.get("chief", "/api/v1/escalations/" + call).body();

        assertThat(whole.get("id").asString()).isEqualTo(call);
        assertThat(whole.get("person").asString()).isEqualTo("ciso");
        assertThat(whole.get("subjectName").asString()).contains("CISO");
        assertThat(whole.get("next").isNull()).isTrue();
        JsonNode rung = whole.get("rungs").get(0);
        assertThat(rung.get("role").asString()).isEqualTo("ciso");
        assertThat(rung.get("until").asString())
                .isGreaterThan(rung.get("calledAt").asString());
        assertThat(rung.at("/people/0/state").asString()).isEqualTo("answered");
        assertThat(rung.at("/people/0/phone").asString()).isNotBlank();
        assertThat(whole.at("/answers/0/via").asString()).isEqualTo("proxy");
        assertThat(whole.at("/answers/0/note").asString()).isEqualTo("電話で了解");
    }

    @Test
    void callsOfAllCasesStandOnOnePage() {
        PageClient chief = new PageClient(port, "chief");

        String page = chief.get("/escalations?state=calling&incident=" + number).body();
        String english = new PageClient(port, "chief")
                .get("/escalations?state=calling&lang=en&incident=" + number)
                .body();

        String name = city.get("chief", "/api/v1/escalations/" + call)
                .body()
                .get("subjectName")
                .asString();
        assertThat(page).contains("/escalations/" + call, "/incidents/" + number, name, "山本　正樹", "応答の期限");
        assertThat(english).contains("/escalations/" + call, "Answer by").doesNotContain(name, "??");
        assertThat(chief.get("/incidents/" + number + "/calls").body()).contains(name, "応答の期限");
        assertThat(chief.get("/escalations?incident=R8-9999").body()).contains("条件に合う連絡はありません。");
        assertThat(chief.get("/escalations?state=none").statusCode()).isEqualTo(422);
        assertThat(chief.get("/").body()).contains("href=\"/escalations\"");
        PageClient staff = new PageClient(port, "staff");
        assertThat(staff.get("/escalations").statusCode()).isEqualTo(403);
        assertThat(staff.get("/report").body()).doesNotContain("href=\"/escalations\"");
    }

    @Test
    void whoReportsTheCaseDoesNotReadWhoIsCalled() {
        assertThat(city.get("staff", "/api/v1/incidents/" + number).status()).isEqualTo(200);

        assertThat(city.get("staff", "/api/v1/escalations/" + call).status()).isEqualTo(403);
        assertThat(new PageClient(port, "staff").get("/escalations/" + call).statusCode())
                .isEqualTo(403);
        assertThat(city.get("auditor", "/api/v1/escalations/" + call).status()).isEqualTo(200);
    }

    @Test
    void whoIsCalledAfterACorrectionReadsTheFactsAsTheyAre() {
        assertThat(city.patch(
                                "handler",
                                "/api/v1/incidents/" + number,
                                "*",
                                Map.of("type", "failure", "segment", "external", "reason", "機器の故障と分かった"))
                        .status())
                .isEqualTo(200);

        String page = new PageClient(port, "ciso").get("/escalations/" + call).body();

        assertThat(page).contains("システム・機器の障害", "外部サービス").doesNotContain("不正アクセス");
    }

    @Test
    void aStepGivenBackIsCalledForAgain() {
        String task = city.waiting(number, "userTask_acknowledgeByCiso");
        assertThat(city.post("ciso", "/api/v1/tasks/" + task + "/claim", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(city.get("chief", "/api/v1/escalations/" + call)
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("acknowledged");

        city.post("ciso", "/api/v1/tasks/" + task + "/release", Map.of());

        await().untilAsserted(() -> assertThat(city.get("chief", "/api/v1/escalations?state=calling&incident=" + number)
                        .body()
                        .get("items")
                        .valueStream())
                .anySatisfy(again -> {
                    assertThat(again.get("id").asString()).isNotEqualTo(call);
                    assertThat(again.get("subject").asString()).isEqualTo("userTask_acknowledgeByCiso");
                    assertThat(again.get("rung").asInt()).isEqualTo(1);
                }));
    }

    @Test
    void completingTheTaskSettlesTheCall() {
        city.complete("ciso", number, "userTask_acknowledgeByCiso", Map.of("instruction", "報道に備えること"));

        settled("task");
        assertThat(city.timeline(number))
                .anyMatch(line -> line.contains("報道に備えること"))
                .anyMatch(line -> line.startsWith("call") && line.contains("CISO"));
        assertThat(jdbc.sql("select count(*) from mail_out where letter_key like ?")
                        .param(call + "/settled/ciso%")
                        .query(Long.class)
                        .single())
                .as("the answerer is not told that somebody else answered")
                .isZero();
    }

    private void settled(String via) {
        await().until(() ->
                city.tasks(number, "userTask_acknowledgeByCiso", "done").size() == 1);
        JsonNode settled = city.get("chief", "/api/v1/escalations/" + call).body();
        assertThat(settled.get("state").asString()).isEqualTo("acknowledged");
        assertThat(settled.get("answeredBy").asString()).isEqualTo("ciso");
        assertThat(settled.get("via").asString()).isEqualTo(via);
    }

    private Answer answer(String account, Map<String, ?> body) {
        return city.post(account, "/api/v1/escalations/" + call + "/acknowledgement", body);
    }
}
