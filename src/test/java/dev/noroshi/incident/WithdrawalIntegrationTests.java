package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 取下げ: with a reason, by two where it weighs; nothing of the case goes on afterwards. */
@NoroshiTest
class WithdrawalIntegrationTests {

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void aGraveCaseIsWithdrawnByTwoWithAllThatRuns() {
        String number = city.evaluated("intrusion", Map.of());
        city.complete("handler", number, "userTask_confirmReports", Map.of());
        String draft = city.waiting(number, "userTask_draftReport");

        assertThat(withdraw("handler", number, "").status()).isEqualTo(422);
        assertThat(withdraw("handler", number, "二重に報告した").status()).isEqualTo(200);
        assertThat(withdraw("handler2", number, "もう一度").status()).isEqualTo(200);
        String task = city.waiting(number, "userTask_approveWithdrawal");
        assertThat(city.completion("handler", task, Map.of()).status()).isEqualTo(403);
        assertThat(city.completion("lead", task, Map.of()).status()).isEqualTo(200);

        withdrawn(number);
        assertThat(city.tasks(number, "userTask_approveWithdrawal", "open", "claimed"))
                .isEmpty();
        assertThat(city.tasks(number, "userTask_draftReport", "withdrawn")).contains(draft);
        assertThat(city.get("chief", "/api/v1/tasks?size=200&incident=" + number)
                        .body()
                        .toString())
                .doesNotContain("\"status\":\"open\"", "\"status\":\"claimed\"");
        assertThat(city.get("chief", "/api/v1/escalations?incident=" + number)
                        .body()
                        .toString())
                .doesNotContain("\"calling\"");
        assertThat(city.get("chief", "/api/v1/reports?incident=" + number)
                        .body()
                        .toString())
                .contains("\"withdrawn\"")
                .doesNotContain("\"drafting\"");
        assertThat(city.get("chief", "/api/v1/mails?size=200&incident=" + number)
                        .body()
                        .toString())
                .contains("取下げ", "二重に報告した");
        assertThat(withdraw("handler", number, "もう一度").status()).isEqualTo(409);
    }

    @Test
    void whatWasPlannedDuringTheReviewIsDroppedWithTheCase() {
        String number =
                city.evaluated("mis-send", Map.of("personalInformation", Map.of("included", "yes", "personCount", 3)));
        for (String step : List.of(
                "userTask_containSpread",
                "userTask_preserveEvidence",
                "userTask_confirmReports",
                "userTask_decidePublication",
                "userTask_acknowledgeByCiso",
                "userTask_eradicate",
                "userTask_restore",
                "userTask_observe",
                "userTask_declareEnd",
                "userTask_investigateCause",
                "userTask_planPrevention")) {
            String by = step.endsWith("ByCiso")
                    ? "ciso"
                    : step.endsWith("Publication") ? "chief" : step.endsWith("End") ? "lead" : "handler";
            city.complete(by, number, step, Map.of());
        }
        city.waiting(number, "userTask_orderPrevention");

        assertThat(withdraw("handler", number, "別の案件の一部だった").status()).isEqualTo(200);
        city.complete("lead", number, "userTask_approveWithdrawal", Map.of());

        withdrawn(number);
        String measures = city.get("chief", "/api/v1/measures?incident=" + number)
                .body()
                .get("items")
                .toString();
        assertThat(measures).contains("\"state\":\"dropped\"", "別の案件の一部だった").doesNotContain("\"state\":\"open\"");
        assertThat(city.timeline(number)).anyMatch(line -> line.startsWith("measure-changed") && line.contains("見送り"));
    }

    @Test
    void aRefusalLetsTheCaseGoOn() {
        String number = city.report("intrusion", Map.of());

        assertThat(withdraw("handler", number, "誤りだった").status()).isEqualTo(200);
        city.complete("lead", number, "userTask_approveWithdrawal", Map.of("decision", "reject"));

        assertThat(city.incident(number).get("status").asString()).isEqualTo("open");
        city.complete("handler", number, "userTask_receive", Map.of());
        assertThat(withdraw("handler", number, "やはり誤りだった").status()).isEqualTo(200);
        city.complete("lead", number, "userTask_approveWithdrawal", Map.of());
        withdrawn(number);
    }

    @Test
    void theReporterAloneNeedsASecondPersonHoweverLight() {
        String number = city.report("mis-send", Map.of());

        PageClient staff = new PageClient(port, "staff");
        String page = staff.get("/incidents/" + number).body();
        assertThat(staff.post("/incidents/" + number + "/withdrawal", page, Map.of("reason", "勘違いだった"))
                        .body())
                .contains("取下げを申請しました。");
        city.complete("lead", number, "userTask_approveWithdrawal", Map.of());

        withdrawn(number);
    }

    @Test
    void theCsirtWithdrawsALightCaseAtOnce() {
        String number = city.report("mis-send", Map.of());

        assertThat(withdraw("handler", number, "二重に報告した").status()).isEqualTo(200);

        withdrawn(number);
    }

    private void withdrawn(String number) {
        await().until(() -> city.incident(number).get("status").asString().equals("closed"));
        assertThat(city.incident(number).get("outcome").asString()).isEqualTo("withdrawn");
    }

    private Answer withdraw(String account, String number, String reason) {
        return city.post(account, "/api/v1/incidents/" + number + "/withdrawal", Map.of("reason", reason));
    }
}
