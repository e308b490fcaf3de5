package dev.noroshi.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** At level 4 the window telephones the officials who are asked to decide, and its record settles the step. */
@NoroshiTest
class TelephoneFlowTests {

    @LocalServerPort
    private int port;

    private CaseClient people = new CaseClient(0);
    private String number = "";

    @BeforeEach
    void aCaseOfLevel4() {
        people = new CaseClient(port);
        number = people.report("intrusion", Map.of("segment", "internet"));
        people.post(
                "handler", "/api/v1/incidents/" + number + "/level", Map.of("level", "L4", "reason", "報道機関から問合せがあった"));
        people.complete("handler", number, "userTask_receive", Map.of());
        people.complete("handler", number, "userTask_evaluate", Map.of("reason", "確かめた"));
    }

    @Test
    void whatTheCisoSaidOnTheTelephoneTakesTheStep() {
        String task = people.waiting(number, "userTask_telephone");
        String asked = people.get("handler", "/api/v1/tasks/" + task).body().toString();
        assertThat(asked).contains(person(), "090-0000-", "何が：", "お願い：", "answered", "no-answer");

        assertThat(people.completion("handler", task, Map.of("note", "外部との接続を止めてよい"))
                        .status())
                .isEqualTo(200);

        assertThat(people.tasks(number, "userTask_acknowledgeByCiso", "done")).hasSize(1);
        assertThat(call("state")).isEqualTo("acknowledged");
        assertThat(call("answeredBy")).isEqualTo("ciso");
        assertThat(call("via")).isEqualTo("proxy");
        assertThat(people.timeline(number)).anyMatch(line -> line.contains("外部との接続を止めてよい"));
    }

    @Test
    void whoDoesNotPickUpIsPassedOver() {
        String task = people.waiting(number, "userTask_telephone");

        people.completion("handler", task, Map.of("outcome", "no-answer"));

        String next = people.waiting(number, "userTask_telephone");
        assertThat(next).isNotEqualTo(task);
        assertThat(call("role")).isEqualTo("chief");
        assertThat(people.tasks(number, "userTask_acknowledgeByCiso", "open", "claimed"))
                .hasSize(1);
    }

    @Test
    void anAnswerInTheMeantimeTakesTheTelephoneTaskAway() {
        String task = people.waiting(number, "userTask_telephone");

        assertThat(people.post("ciso", "/api/v1/escalations/" + call("id") + "/acknowledgement", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(people.tasks(number, "userTask_telephone", "open", "claimed"))
                .isEmpty();
        assertThat(people.tasks(number, "userTask_telephone", "withdrawn")).contains(task);
        assertThat(people.completion("handler", task, Map.of()).status()).isEqualTo(409);
        assertThat(call("via")).isEqualTo("button");
    }

    @Test
    void onlyTheWindowRecordsIt() {
        String task = people.waiting(number, "userTask_telephone");

        assertThat(people.completion("handler2", task, Map.of()).status()).isEqualTo(403);
        assertThat(call("state")).isEqualTo("calling");
    }

    /** Who is called first for the step of the CISO. */
    private String person() {
        return people.get("chief", "/api/v1/roster")
                .body()
                .get("roles")
                .valueStream()
                .filter(role -> role.get("role").asString().equals("ciso"))
                .map(role -> role.get("holders").get(0).get("name").asString())
                .findFirst()
                .orElseThrow();
    }

    private String call(String field) {
        JsonNode calls = people.get("chief", "/api/v1/escalations?incident=" + number)
                .body()
                .get("items");
        List<JsonNode> asked = StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.get("subject").asString().equals("userTask_acknowledgeByCiso"))
                .toList();
        assertThat(asked).hasSize(1);
        return asked.get(0).get(field).asString();
    }
}
