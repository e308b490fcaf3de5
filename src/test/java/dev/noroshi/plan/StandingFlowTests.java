package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where a case stands, at its door: who holds each step, until when, and nothing again while nothing moves. */
@NoroshiTest
class StandingFlowTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;
    private String number;
    private String path;

    @BeforeEach
    void aCaseThatIsEvaluated() {
        city = new CaseClient(port);
        number = city.report("mis-send", Map.of());
        path = "/api/v1/incidents/" + number + "/process";
        city.complete("handler", number, "userTask_receive", Map.of());
        city.waiting(number, "userTask_evaluate");
    }

    @Test
    void tellsWhoHoldsTheStepAndUntilWhen() {
        String task = city.waiting(number, "userTask_evaluate");
        assertThat(element("userTask_evaluate").get("assignee").isNull()).isTrue();
        assertThat(element("userTask_evaluate").get("roles").toString()).contains("csirt-handler");
        assertThat(element("userTask_evaluate").get("overdue").asBoolean()).isFalse();

        city.post("handler2", "/api/v1/tasks/" + task + "/claim", Map.of());
        jdbc.sql("update task set due = '2026-01-05 01:02:03' where id = ?")
                .param(task)
                .update();

        JsonNode held = element("userTask_evaluate");
        assertThat(held.get("assignee").asString()).isEqualTo("handler2");
        assertThat(held.get("due").asString()).isEqualTo("2026-01-05T01:02:03Z");
        assertThat(held.get("overdue").asBoolean()).isTrue();
        assertThat(element("userTask_receive").get("state").asString()).isEqualTo("done");
        assertThat(element("userTask_receive").get("roles")).isEmpty();
        JsonNode standing = Caller.read(Caller.program(port, "lead").get(path));
        assertThat(standing.get("editionNumber").asInt()).isPositive();
        assertThat(standing.get("deadline").asString()).isEqualTo("2026-01-05T01:02:03Z");
        String page = Caller.signedIn(port, "handler")
                .get("/incidents/" + number + "/process?lang=ja")
                .body();
        assertThat(page).contains("期限超過", "田中　由美", "2026-01-05 10:02", "data-element=\"userTask_evaluate\"");
    }

    @Test
    void aTimerThatWaitsTellsWhenItEnds() {
        JsonNode call = element("event_patienceEnds");

        assertThat(call.get("state").asString()).isEqualTo("active");
        assertThat(call.get("due").isNull()).isFalse();
    }

    @Test
    void answersOnlyWhenSomethingHasMoved() {
        for (String asked : new String[] {path, "/incidents/" + number + "/process/state"}) {
            Caller lead = asked.startsWith("/api") ? Caller.program(port, "lead") : Caller.signedIn(port, "lead");

            HttpResponse<String> again = await("calls of the step are out")
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> lead.get(asked, "If-None-Match", tagOf(lead.get(asked))),
                            answer -> answer.statusCode() == 304);

            assertThat(again.body()).isEmpty();
        }
        Caller lead = Caller.program(port, "lead");
        String before = tagOf(lead.get(path));
        city.post("handler", "/api/v1/tasks/" + city.waiting(number, "userTask_evaluate") + "/claim", Map.of());
        assertThat(lead.get(path, "If-None-Match", before).statusCode()).isEqualTo(200);
    }

    @Test
    void whoMayNotLookInsideSeesNoPicture() {
        assertThat(Caller.program(port, "staff").get(path).statusCode()).isEqualTo(403);
        assertThat(Caller.program(port, "admin").get(path).statusCode()).isEqualTo(404);
        assertThat(Caller.signedIn(port, "staff")
                        .get("/incidents/" + number + "/process/state")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String tagOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private JsonNode element(String element) {
        return Caller.read(Caller.program(port, "lead").get(path))
                .get("elements")
                .valueStream()
                .filter(it -> it.get("element").asString().equals(element))
                .filter(it -> !element.startsWith("event") || it.get("until").isNull())
                .findFirst()
                .orElseThrow();
    }
}
