package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.workflow.Comparison;
import dev.noroshi.workflow.Processes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** 再発防止策: planned in the review, alive after the case has ended, reminded of by the plan until settled. */
@NoroshiTest
class MeasuresFlowTests {

    private static final LocalDate DUE = LocalDate.now().plusDays(40);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Processes processes;

    @Autowired
    private Comparison comparison;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void measuresOutliveTheirCaseAndAreRemindedOfUntilTheyAreSettled() {
        String number = reviewed();
        String task = city.waiting(number, "userTask_planPrevention");
        JsonNode field = city.get("handler", "/api/v1/tasks/" + task)
                .body()
                .get("fields")
                .get(0);
        assertThat(field.get("type").asString()).isEqualTo("text");
        assertThat(field.get("columns").valueStream().map(it -> it.get("name").asString()))
                .containsExactly("what", "owner", "due");
        Answer refused = city.completion(
                "handler", task, Map.of("measures", List.of(row("宛先を二人で確かめる", "どこにもない課"), Map.of("what", " "))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("measures.0.owner");

        assertThat(city.completion(
                                "handler",
                                task,
                                Map.of("measures", List.of(row("宛先を二人で確かめる", "総務課"), row("送信を保留する", "CSIRT責任者"))))
                        .status())
                .isEqualTo(200);
        await().until(() -> city.incident(number).get("status").asString().equals("closed"));

        List<JsonNode> measures = measures("lead", "incident=" + number);
        assertThat(measures).hasSize(2);
        assertThat(measures.get(0).get("owner").asString()).isEqualTo("section:総務課");
        assertThat(measures.get(1).get("owner").asString()).isEqualTo("role:csirt-lead");
        assertThat(measures.get(0).get("due").asString()).isEqualTo(DUE.toString());
        assertThat(city.timeline(number))
                .anySatisfy(
                        line -> assertThat(line).startsWith("measure-added ").contains("宛先を二人で確かめる", "総務課"));

        String id = measures.get(0).get("id").asString();
        becomesOverdue(id);
        assertThat(comparison.find()).noneMatch(it -> it.incident().equals(number));
        assertThat(measures("chief", "state=overdue&size=200").stream()
                        .map(it -> it.get("id").asString()))
                .contains(id);
        city.waiting(number, "userTask_followUp");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(letters(number))
                        .anySatisfy(letter -> assertThat(letter)
                                .contains("【CSIRT・再発防止】", "manager@city.example.jp", "csirt@city.example.jp")));

        assertThat(change("handler", id, Map.of("state", "dropped")).status()).isEqualTo(422);
        assertThat(change("manager", id, Map.of("state", "done", "followUp", "誤送信が半減した"))
                        .status())
                .isEqualTo(200);
        await().until(() ->
                city.tasks(number, "userTask_followUp", "open", "claimed").isEmpty());
        assertThat(city.timeline(number))
                .anySatisfy(
                        line -> assertThat(line).startsWith("measure-changed ").contains("完了", "誤送信が半減した"));
        assertThat(measures("lead", "state=open&incident=" + number)).hasSize(1);
        assertThat(measures("lead", "state=settled&incident=" + number)).hasSize(1);
    }

    @Test
    void aTextIsOneMeasureALineForTheLeadAndThePlansDay() {
        String number = reviewed();
        city.complete("handler", number, "userTask_planPrevention", Map.of("measures", "手順を改める\n研修を行う"));
        await().until(() -> city.incident(number).get("status").asString().equals("closed"));

        List<JsonNode> measures = measures("handler", "incident=" + number);

        assertThat(measures.stream().map(it -> it.get("what").asString())).containsExactlyInAnyOrder("手順を改める", "研修を行う");
        assertThat(measures).allSatisfy(it -> {
            assertThat(it.get("owner").asString()).isEqualTo("role:csirt-lead");
            assertThat(LocalDate.parse(it.get("due").asString())).isAfter(LocalDate.now());
            assertThat(it.get("state").asString()).isEqualTo("open");
        });
        String id = measures.get(0).get("id").asString();
        assertThat(change("staff", id, Map.of("state", "done")).status()).isEqualTo(404);
        assertThat(change("auditor", id, Map.of("state", "done")).status()).isEqualTo(403);
        assertThat(change("lead", id, Map.of("due", "2020-01-01")).status()).isEqualTo(422);
        assertThat(change("lead", id, Map.of("state", "finished")).status()).isEqualTo(422);
        assertThat(city.patch("lead", "/api/v1/measures/" + id, "\"99\"", Map.of("state", "done"))
                        .status())
                .isEqualTo(412);
        Answer added = city.post(
                "lead", "/api/v1/incidents/" + number + "/measures", Map.of("what", "点検する", "owner", "情報システム管理者"));
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        assertThat(added.body().get("owner").asString()).isEqualTo("role:system-manager");
        assertThat(city.get("lead", "/api/v1/measures?state=nowhere").status()).isEqualTo(422);
    }

    @Test
    void thePagesTakeRowsAndShowWhatBecameOfThem() {
        String number = reviewed();
        String task = city.waiting(number, "userTask_planPrevention");
        PageClient handler = new PageClient(port, "handler");
        String form = handler.get("/tasks/" + task).body();
        assertThat(form).contains("measures.0.what", "measures.2.due");
        assertThat(handler.post(
                                "/tasks/" + task + "/completion",
                                form,
                                Map.of("measures.0.what", "宛先を確かめる", "more", "true"))
                        .body())
                .contains("宛先を確かめる", "measures.3.what");
        handler.post(
                "/tasks/" + task + "/completion",
                form,
                Map.of("measures.0.what", "宛先を確かめる", "measures.0.due", DUE.toString(), "measures.1.what", ""));
        await().until(() -> city.incident(number).get("status").asString().equals("closed"));

        PageClient lead = new PageClient(port, "lead");
        assertThat(lead.get("/measures?state=all").body()).contains("再発防止策");
        assertThat(lead.get("/incidents/" + number + "/measures").body()).contains("宛先を確かめる", "未着手");
        String page = lead.get("/measures/" + number + "-M1").body();
        assertThat(lead.post("/measures/" + number + "-M1", page, Map.of("state", "dropped", "what", "宛先を確かめる"))
                        .body())
                .contains("＊");
        assertThat(lead.post(
                                "/measures/" + number + "-M1",
                                page,
                                Map.of("state", "dropped", "what", "宛先を確かめる", "reason", "別の対策で足りる"))
                        .body())
                .contains("更新しました。", "見送り", "別の対策で足りる");
    }

    private String reviewed() {
        String number = city.evaluated("mis-send", Map.of());
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            for (JsonNode task : city.get("chief", "/api/v1/tasks?size=200&incident=" + number)
                    .body()
                    .get("items")) {
                boolean waits =
                        List.of("open", "claimed").contains(task.get("status").asString());
                if (waits && !task.get("element").asString().equals("userTask_planPrevention")) {
                    for (String person : List.of("handler", "lead", "chief", "ciso")) {
                        if (city.completion(person, task.get("id").asString(), Map.of())
                                        .status()
                                == 200) {
                            break;
                        }
                    }
                }
            }
            return !city.tasks(number, "userTask_planPrevention", "open", "claimed")
                    .isEmpty();
        });
        return number;
    }

    /** Its last day is over, and the plan's clock has come to the morning after it. */
    private void becomesOverdue(String id) {
        await().until(() -> database.sql("select count(*) from ACT_RU_JOB j join ACT_RU_EXECUTION e"
                                + " on e.ID_ = j.PROCESS_INSTANCE_ID_ where e.BUSINESS_KEY_ = ? and j.TYPE_ = 'timer'")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0);
        database.sql("update incident_measure set due = ? where id = ?")
                .params(LocalDate.now().minusDays(3), id)
                .update();
        transaction.executeWithoutResult(status -> {
            processes.hold(id);
            processes.reschedule(id, "event_remind", Instant.now().minusSeconds(5));
        });
    }

    private List<JsonNode> measures(String account, String query) {
        return city.get(account, "/api/v1/measures?" + query)
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private List<String> letters(String number) {
        return city.get("chief", "/api/v1/mails?size=200&incident=" + number)
                .body()
                .get("items")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    private Answer change(String account, String id, Map<String, ?> change) {
        return city.patch(account, "/api/v1/measures/" + id, null, change);
    }

    private static Map<String, String> row(String what, String owner) {
        return Map.of("what", what, "owner", owner, "due", DUE.toString());
    }
}
