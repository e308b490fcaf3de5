package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of the fictional city at work over REST. */
public final class CaseClient {

    private static final List<String> PEOPLE = List.of("handler", "handler2", "lead", "chief", "ciso");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;

    public CaseClient(int port) {
        this.site = "http://localhost:" + port;
    }

    /** An answer with its body as a document; null where it has none. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    /** A first report by {@code staff}; the case's number. */
    public String report(String type, Map<String, ?> more) {
        return report("staff", type, more);
    }

    public String report(String account, String type, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>();
        body.put("type", type);
        body.put("discoveredAt", Instant.now().minusSeconds(60).toString());
        body.put("description", "宛先を誤って送信した");
        body.put(
                "reporter",
                Map.of("name", "職員　髙﨑", "section", "総務課", "phone", "2101", "email", "staff@city.example.jp"));
        body.putAll(more);
        Answer answer = post(account, "/api/v1/first-reports", body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().get("incident").asString();
    }

    public JsonNode incident(String number) {
        return get("chief", "/api/v1/incidents/" + number).body();
    }

    public String level(String number) {
        return incident(number).get("level").asString();
    }

    /** The timeline, a line for each entry: kind, name, text. */
    public List<String> timeline(String number) {
        JsonNode lines = get("chief", "/api/v1/incidents/" + number + "/timeline?size=200")
                .body()
                .get("items");
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.get("kind").asString() + " "
                        + line.get("actorName").asString() + " "
                        + line.get("text").asString())
                .toList();
    }

    /** Waits until the case's step waits for people; its id. */
    public String waiting(String number, String element) {
        return await(element + " of " + number)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> tasks(number, element, "open", "claimed"), found -> !found.isEmpty())
                .get(0);
    }

    public List<String> tasks(String number, String element, String... states) {
        JsonNode tasks =
                get("chief", "/api/v1/tasks?size=200&incident=" + number).body().get("items");
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.get("element").asString().equals(element))
                .filter(task -> List.of(states).contains(task.get("status").asString()))
                .map(task -> task.get("id").asString())
                .toList();
    }

    /** Completes the step with what is proposed, or with what is given instead. */
    public void complete(String account, String number, String element, Map<String, ?> instead) {
        Answer answer = completion(account, waiting(number, element), instead);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    public Answer completion(String account, String task, Map<String, ?> instead) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonNode field : get(account, "/api/v1/tasks/" + task).body().get("fields")) {
            String name = field.get("name").asString();
            JsonNode proposed = field.get("value");
            if (proposed != null && !proposed.isNull()) {
                values.put(name, JSON.treeToValue(proposed, Object.class));
            } else if (field.get("required").asBoolean()) {
                values.put(name, "確認した");
            }
        }
        values.putAll(instead);
        return post(account, "/api/v1/tasks/" + task + "/completion", values);
    }

    /** Whoever may completes whatever waits with what is proposed, until the case has ended. */
    public void leadToTheEnd(String number) {
        await("the end of " + number)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    for (JsonNode task : get("chief", "/api/v1/tasks?size=200&incident=" + number)
                            .body()
                            .get("items")) {
                        if (List.of("open", "claimed")
                                .contains(task.get("status").asString())) {
                            String id = task.get("id").asString();
                            PEOPLE.stream()
                                    .filter(person ->
                                            completion(person, id, Map.of()).status() == 200)
                                    .findFirst();
                        }
                    }
                    return incident(number).get("status").asString().equals("closed");
                });
    }

    /** A case received and evaluated as an incident by {@code handler}. */
    public String evaluated(String type, Map<String, ?> more) {
        String number = report(type, more);
        complete("handler", number, "userTask_receive", Map.of());
        complete("handler", number, "userTask_evaluate", Map.of("reason", "確かめた"));
        waiting(number, "userTask_preserveEvidence");
        return number;
    }

    public Answer get(String account, String path) {
        return send(account, path, request -> request.GET());
    }

    public Answer post(String account, String path, Map<String, ?> body) {
        return send(account, path, request -> request.POST(HttpRequest.BodyPublishers.ofString(json(body))));
    }

    /** @param match the ETag; null for none */
    public Answer patch(String account, String path, String match, Map<String, ?> body) {
        return send(account, path, request -> {
            if (match != null) {
                request.header("If-Match", match);
            }
            return request.method("PATCH", HttpRequest.BodyPublishers.ofString(json(body)));
        });
    }

    public Answer send(String account, String path, UnaryOperator<HttpRequest.Builder> method) {
        HttpResponse<String> answer = sent(account, path, method, HttpResponse.BodyHandlers.ofString());
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.nullNode(), answer);
    }

    /** A file. */
    public byte[] bytes(String account, String path) {
        return sent(account, path, HttpRequest.Builder::GET, HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private <T> HttpResponse<T> sent(
            String account, String path, UnaryOperator<HttpRequest.Builder> method, HttpResponse.BodyHandler<T> body) {
        String basic = Base64.getEncoder().encodeToString((account + ":noroshi-demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept-Language", "ja");
        request = method.apply(request);
        if (request.build().headers().firstValue("Content-Type").isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return http.send(request.build(), body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }
}
