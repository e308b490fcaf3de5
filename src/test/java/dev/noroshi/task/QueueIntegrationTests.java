package dev.noroshi.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.identity.Roles;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who takes which step from the queue, and what happens when two want the same. */
@NoroshiTest
class QueueIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;
    private String number = "";
    private String task = "";

    @BeforeEach
    void aWaitingStep() {
        city = new CaseClient(port);
        number = city.report("mis-send", Map.of());
        task = city.waiting(number, "userTask_receive");
    }

    @Test
    void ofTwoAtOnceOneGetsItAndTheOtherLearnsWho() {
        List<Answer> answers = List.of("handler", "handler2").parallelStream()
                .map(account -> act(account, "claim"))
                .toList();

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer refused = answers.stream()
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(refused.body().get("title").asString()).containsAnyOf("高橋　健太", "田中　由美");
    }

    @Test
    void whatSomebodyElseHasIsNotCompletedUntilReleased() {
        act("handler", "claim");

        assertThat(city.completion("handler2", task, Map.of()).status()).isEqualTo(409);
        assertThat(act("handler2", "release").status()).isEqualTo(403);
        assertThat(act("handler", "release").status()).isEqualTo(200);
        assertThat(city.completion("handler2", task, Map.of("note", "受けた")).status())
                .isEqualTo(200);
        assertThat(city.timeline(number))
                .anyMatch(line -> line.contains("担当を外れました"))
                .anyMatch(line -> line.startsWith("task 田中") && line.contains("受けた"));
    }

    @Test
    void aSecondClickOnCompleteIsHarmless() {
        assertThat(city.completion("handler", task, Map.of()).status()).isEqualTo(200);
        assertThat(city.post("handler", "/api/v1/tasks/" + task + "/completion", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(city.post("handler2", "/api/v1/tasks/" + task + "/completion", Map.of())
                        .status())
                .isEqualTo(409);
        city.waiting(number, "userTask_evaluate");
        assertThat(city.tasks(number, "userTask_evaluate", "open", "claimed")).hasSize(1);
    }

    @Test
    void whoHoldsNoRoleOfItMayNotTakeIt() {
        assertThat(act("chief", "claim").status()).isEqualTo(403);
        assertThat(act("staff", "claim").status()).isEqualTo(404);
        assertThat(act("manager", "claim").status()).isEqualTo(404);
        assertThat(act("auditor", "claim").status()).isEqualTo(403);
    }

    @Test
    void theQueueShowsWhatIsLateAndThePageTakesAndCompletes() {
        jdbc.sql("update task set due = '2020-01-01 00:00:00' where id = ?")
                .param(task)
                .update();
        PageClient handler = new PageClient(port, "handler");
        assertThat(city.get("handler", "/api/v1/tasks?overdue=true&incident=" + number)
                        .body()
                        .toString())
                .contains(task);
        String page = handler.get("/tasks/" + task).body();
        assertThat(page).contains("status--overdue");

        String claimed =
                handler.post("/tasks/" + task + "/claim", page, Map.of()).body();
        assertThat(claimed).contains("/tasks/" + task + "/release");
        HttpResponse<String> done = handler.post("/tasks/" + task + "/completion", claimed, Map.of("note", "受けた"));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(city.get("handler", "/api/v1/tasks/" + task)
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("done");
    }

    /** Where the only step of a further page was done, the list goes on before it. */
    @Test
    void aPageThatIsNoLongerThereIsTheLastOne() {
        HttpResponse<String> page = new PageClient(port, "handler").get("/tasks?tab=all&page=4000");

        assertThat(page.uri().getQuery()).startsWith("tab=all&page=").isNotEqualTo("tab=all&page=4000");
        assertThat(page.body()).contains("href=\"/tasks/");
    }

    @Test
    void eachStepSaysHowBadAndWhatItIsAbout() {
        String drill = city.report("lead", "malware", Map.of("drill", true));
        city.waiting(drill, "userTask_receive");
        jdbc.sql("update incident set level = 4, level_provisional = false where number = ?")
                .param(drill)
                .update();
        PageClient handler = new PageClient(port, "handler");

        assertThat(rowOf(handler, "/tasks?tab=roles", number))
                .contains("chip--l", "暫定", "メール・FAXの誤送信")
                .doesNotContain("chip--l4");
        assertThat(rowOf(handler, "/tasks?tab=all", drill))
                .contains("chip--l4", "訓練")
                .doesNotContain("暫定", "メール・FAXの誤送信");
        assertThat(rowOf(handler, "/tasks?lang=en", number))
                .contains("chip--l", "Provisional")
                .doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]");
    }

    @Test
    void rolesAreNamedInTheOrderOfTheRoster() {
        Roles.ALL.forEach(role -> jdbc.sql("insert ignore into task_role (task, role) values (?, ?)")
                .params(task, role)
                .update());
        List<String> names = List.of("情報セキュリティ管理者", "統一的な窓口", "インシデントハンドラー", "CSIRT責任者", "統括情報セキュリティ責任者");

        String page = new PageClient(port, "handler").get("/tasks/" + task).body();

        assertThat(page).containsSubsequence(names);
    }

    /** Other tests leave their steps in the queue: page after page. */
    private static String rowOf(PageClient reader, String path, String number) {
        for (int page = 0; page < 50; page++) {
            Optional<String> row = Stream.of(
                            reader.get(path + "&page=" + page).body().split("<tr>"))
                    .filter(it -> it.contains("/incidents/" + number + "\""))
                    .findFirst();
            if (row.isPresent()) {
                return row.get();
            }
        }
        throw new AssertionError(number + " is not in " + path);
    }

    private Answer act(String account, String act) {
        return city.post(account, "/api/v1/tasks/" + task + "/" + act, Map.of());
    }
}
