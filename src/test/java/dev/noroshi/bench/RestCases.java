package dev.noroshi.bench;

import dev.noroshi.incident.Incidents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP with API tokens, as a client does that knows nothing of the plan; only what waits is asked in process. */
final class RestCases implements Cases {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Look look;
    private final Incidents incidents;
    private final People people;
    private final String report;

    RestCases(int port, Look look, Incidents incidents, People people, String report) {
        this.address = "http://127.0.0.1:" + port + "/api/v1";
        this.look = look;
        this.incidents = incidents;
        this.people = people;
        this.report = report;
    }

    @Override
    public String begin() {
        HttpResponse<String> answer = send("staff", "/first-reports", report);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("incident").asString();
    }

    @Override
    public List<Waiting> waiting(String key) {
        return look.steps(key);
    }

    @Override
    public void complete(String key, Waiting step) {
        people.take(step.element(), name -> take(name, step.id()));
    }

    private boolean take(String name, String id) {
        HttpResponse<String> form = send(name, "/tasks/" + id, null);
        if (form.statusCode() != 200) {
            return false;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonNode field : JSON.readTree(form.body()).get("fields")) {
            JsonNode proposed = field.get("value");
            if (proposed != null && !proposed.isNull()) {
                values.put(field.get("name").asString(), JSON.treeToValue(proposed, Object.class));
            } else if (field.get("required").asBoolean()) {
                values.put(field.get("name").asString(), "確認した");
            }
        }
        return send(name, "/tasks/" + id + "/completion", JSON.writeValueAsString(values))
                        .statusCode()
                == 200;
    }

    @Override
    public boolean ended(String key) {
        return look.ended(key) && !incidents.of(key).open();
    }

    @Override
    public void pause(String key) {
        look.pause(key);
    }

    private HttpResponse<String> send(String account, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + people.token(account))
                .header("Content-Type", "application/json");
        request = body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
