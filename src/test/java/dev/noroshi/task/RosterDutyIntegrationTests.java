package dev.noroshi.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The roster's confirmation: asked for once in a period, a task in the queue, a letter, a record. */
@NoroshiTest
class RosterDutyIntegrationTests {

    private static final String REST = "/api/v1/roster/confirmations";

    @LocalServerPort
    private int port;

    @Autowired
    private RosterDuty duty;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;

    @BeforeEach
    void nothingIsAskedYet() {
        city = new CaseClient(port);
        jdbc.sql("delete from roster_confirmation").update();
        jdbc.sql("delete from task_role where task like 'roster-%'").update();
        jdbc.sql("delete from task where incident = 'ROSTER'").update();
        jdbc.sql("delete from mail_out where letter_key like 'roster/%'").update();
    }

    @Test
    void theWindowTakesAndCompletesItAndItStaysOnRecord() {
        duty.look();
        duty.look();
        assertThat(letters()).singleElement().asString().contains("体制表の四半期の確認");
        JsonNode task = only("lead");
        assertThat(task.get("name").asString()).isEqualTo("体制表の確認");
        assertThat(task.get("due").isNull()).isFalse();
        assertThat(task.get("incident").isNull()).isTrue();
        assertThat(tasks("staff")).isEmpty();
        assertThat(tasks("manager")).isEmpty();

        String path = "/api/v1/tasks/" + task.get("id").asString();
        assertThat(city.get("handler", path).body().get("about").asString()).contains("緊急連絡網");
        assertThat(city.post("handler", path + "/claim", Map.of()).status()).isEqualTo(200);
        assertThat(city.post("handler", path + "/release", Map.of()).status()).isEqualTo(200);
        assertThat(city.post("handler2", path + "/completion", Map.of()).status())
                .isEqualTo(403);
        assertThat(city.post("handler", path + "/completion", Map.of("note", "内線を直した"))
                        .status())
                .isEqualTo(200);

        JsonNode record = city.get("auditor", REST).body().get(0);
        assertThat(record.get("confirmedBy").asString()).isEqualTo("handler");
        assertThat(record.get("note").asString()).isEqualTo("内線を直した");
        assertThat(jdbc.sql("select count(*) from journal_entry where act = 'roster.confirmed' and account = 'handler'")
                        .query(Long.class)
                        .single())
                .isPositive();
        duty.look();
        assertThat(tasks("lead")).as("once in a period").isEmpty();
        assertThat(new PageClient(port, "ciso").get("/roster").body())
                .contains("高橋　健太が確認しました", "内線を直した")
                .doesNotContain("体制表を確認した</button>");
    }

    @Test
    void onThePageItIsConfirmedTooAndTheTaskIsDone() {
        duty.look();
        PageClient chief = new PageClient(port, "chief");
        assertThat(IntStream.range(0, 100)
                        .mapToObj(
                                page -> chief.get("/tasks?tab=all&page=" + page).body())
                        .filter(queue -> queue.contains("体制表の確認"))
                        .findFirst())
                .as("in the queue, among the tasks of all cases")
                .hasValueSatisfying(queue -> assertThat(queue).contains("href=\"/roster\""));
        String step = chief.get("/tasks/" + only("chief").get("id").asString()).body();
        assertThat(step).contains("体制表の確認", "気づいたこと・直したこと");
        String page = chief.get("/roster").body();

        assertThat(chief.post("/roster/confirmation", page, Map.of("note", "")).body())
                .contains("体制表の確認を記録しました。");
        assertThat(tasks("lead")).isEmpty();
        assertThat(city.post("staff", REST, Map.of()).status()).isEqualTo(403);
        assertThat(city.get("staff", REST).status()).isEqualTo(403);
    }

    @Test
    void whatIsOverdueIsShownAndTheWindowIsReminded() {
        duty.look();
        jdbc.sql("update roster_confirmation set due_at = utc_timestamp(6) - interval 8 day")
                .update();
        duty.look();
        duty.look();

        assertThat(letters()).hasSize(2).anyMatch(it -> it.contains("期限超過"));
        assertThat(new PageClient(port, "ciso").get("/roster").body()).contains("体制表の確認の期限を過ぎています");
    }

    private List<String> letters() {
        return jdbc.sql("select concat(subject, body) from mail_out where letter_key like 'roster/%'")
                .query(String.class)
                .list();
    }

    private JsonNode only(String account) {
        List<JsonNode> found = tasks(account);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> tasks(String account) {
        return city.get(account, "/api/v1/tasks?size=200&incident=ROSTER")
                .body()
                .get("items")
                .valueStream()
                .filter(it ->
                        List.of("open", "claimed").contains(it.get("status").asString()))
                .toList();
    }
}
