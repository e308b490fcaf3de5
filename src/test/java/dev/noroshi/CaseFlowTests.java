package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that knows nothing about any task leads a case from the first report to closure, over REST. */
@NoroshiTest
class CaseFlowTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PEOPLE = List.of("handler", "handler2", "lead", "chief", "ciso");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void mailSentToTheWrongPersonTravelsThroughEveryPhase() {
        String number = report("mis-send");

        drive(number, Map.of());

        JsonNode incident = get("chief", "/api/v1/incidents/" + number);
        assertThat(incident.get("status").asString()).isEqualTo("closed");
        assertThat(incident.get("outcome").asString()).isEqualTo("incident");
        assertThat(incident.get("phase").asString()).isEqualTo("closed");
        JsonNode process = get("chief", "/api/v1/incidents/" + number + "/process");
        assertThat(process.toString())
                .contains("userTask_receive", "userTask_evaluate", "userTask_preserveEvidence", "endEvent_closed");
        assertThat(get("chief", "/api/v1/incidents/" + number + "/timeline")
                        .get("total")
                        .asInt())
                .isGreaterThan(10);
    }

    @Test
    void aGraveIncidentReachesTheCisoAndIsClosedByTwo() {
        String number = report("intrusion");

        drive(number, Map.of());

        assertThat(get("chief", "/api/v1/incidents/" + number).get("outcome").asString())
                .isEqualTo("incident");
        assertThat(get("chief", "/api/v1/incidents/" + number + "/process").toString())
                .contains("userTask_acknowledgeByCiso", "userTask_declareEndByCiso", "userTask_approveClosure")
                .doesNotContain("userTask_confirmNotIncident");
    }

    @Test
    void twoPersonsSayThatASuspectedIntrusionIsNone() {
        String number = report("intrusion");

        drive(number, Map.of("outcome", "false-alarm", "reason", "保守業者の作業だった"));

        assertThat(get("chief", "/api/v1/incidents/" + number + "/process").toString())
                .contains("userTask_confirmNotIncident")
                .doesNotContain("userTask_acknowledgeByCiso");
    }

    @Test
    void whatIsNoIncidentEndsAtLevelZeroWithAReason() {
        String number = report("suspicious-mail");

        drive(number, Map.of("outcome", "not-incident", "reason", "受信のみで、開いていない"));

        JsonNode incident = get("chief", "/api/v1/incidents/" + number);
        assertThat(incident.get("outcome").asString()).isEqualTo("not-incident");
        assertThat(incident.get("level").asString()).isEqualTo("L0");
    }

    private String report(String type) {
        Map<String, Object> body = Map.of(
                "type",
                type,
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "description",
                "宛先を誤って送信した",
                "reporter",
                Map.of("name", "職員　髙﨑", "section", "総務課", "phone", "2101"));
        HttpResponse<String> answer = send("staff", "POST", "/api/v1/first-reports", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("incident").asString();
    }

    private void drive(String number, Map<String, Object> instead) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> step(number, instead));
    }

    /**
     * Completes whatever waits; true when the case is closed and no external report waits. At night the window telephones
     * besides, and who takes the step spares it that.
     */
    private boolean step(String number, Map<String, Object> instead) {
        JsonNode tasks =
                get("chief", "/api/v1/tasks?incident=" + number + "&size=200").get("items");
        boolean waiting = false;
        for (JsonNode task : tasks) {
            String status = task.get("status").asString();
            boolean telephone = task.get("element").asString().equals("userTask_telephone");
            if (!telephone && (status.equals("open") || status.equals("claimed"))) {
                waiting = true;
                complete(task.get("id").asString(), instead);
            }
        }
        JsonNode incident = get("chief", "/api/v1/incidents/" + number);
        return !waiting && incident.get("status").asString().equals("closed");
    }

    private void complete(String id, Map<String, Object> instead) {
        StringBuilder refused = new StringBuilder();
        for (String person : PEOPLE) {
            JsonNode task = get(person, "/api/v1/tasks/" + id);
            Map<String, Object> values = new LinkedHashMap<>();
            for (JsonNode field : task.get("fields")) {
                String name = field.get("name").asString();
                JsonNode proposed = field.get("value");
                if (instead.containsKey(name)) {
                    values.put(name, instead.get(name));
                } else if (proposed != null && !proposed.isNull()) {
                    values.put(name, JSON.treeToValue(proposed, Object.class));
                } else if (field.get("required").asBoolean()) {
                    values.put(name, "確認した");
                }
            }
            HttpResponse<String> answer = send(person, "POST", "/api/v1/tasks/" + id + "/completion", values);
            if (answer.statusCode() == 200) {
                return;
            }
            refused.append(person)
                    .append(' ')
                    .append(answer.statusCode())
                    .append(' ')
                    .append(answer.body());
        }
        assertThat(get("chief", "/api/v1/tasks/" + id).get("status").asString())
                .as("nobody could complete: " + refused)
                .isIn("done", "withdrawn");
    }

    private JsonNode get(String account, String path) {
        HttpResponse<String> answer = send(account, "GET", path, Map.of());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String account, String method, String path, Map<String, ?> body) {
        String basic = Base64.getEncoder().encodeToString((account + ":noroshi-demo").getBytes());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json");
        request = method.equals("GET")
                ? request.GET()
                : request.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
