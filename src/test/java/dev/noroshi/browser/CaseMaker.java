package dev.noroshi.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Caller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Brings a case over REST to where a page is to be looked at. */
final class CaseMaker {

    private final int port;

    CaseMaker(int port) {
        this.port = port;
    }

    /** A grave case with personal information, for which everything must be done; gives number and receipt. */
    JsonNode graveReport() {
        Map<String, Object> personal = Map.of("included", "yes", "personCount", 1200, "sensitive", "yes");
        Map<String, Object> body = Map.of(
                "type",
                "intrusion",
                "discoveredAt",
                Instant.now().minusSeconds(600).toString(),
                "description",
                "公開サーバーに不審なログインがあり、申請データが持ち出されたおそれがある。",
                "reporter",
                Map.of("name", "髙橋　春江", "section", "総務課", "phone", "2101"),
                "place",
                "本庁2階",
                "segment",
                "internet",
                "personalInformation",
                personal,
                "malicious",
                "yes");
        return send("staff", "POST", "/api/v1/first-reports", body, 201);
    }

    /** A report with the required fields alone; gives the number. */
    String report(String type) {
        Map<String, Object> body = Map.of(
                "type",
                type,
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "description",
                "見慣れない添付ファイルの付いたメールを受け取った。",
                "reporter",
                Map.of("name", "佐藤　美咲", "section", "総務課", "phone", "2101"));
        return send("staff", "POST", "/api/v1/first-reports", body, 201)
                .get("incident")
                .asString();
    }

    JsonNode get(String account, String path) {
        return send(account, "GET", path, Map.of(), 200);
    }

    /** Steps of the case that wait for somebody. */
    List<JsonNode> waiting(String number) {
        List<JsonNode> waiting = new ArrayList<>();
        for (JsonNode task :
                get("chief", "/api/v1/tasks?size=100&incident=" + number).get("items")) {
            if (List.of("open", "claimed").contains(task.get("status").asString())) {
                waiting.add(task);
            }
        }
        return waiting;
    }

    /** The step, once it waits. */
    JsonNode step(String number, String element) {
        return await(element)
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> waiting(number).stream()
                                .filter(it -> it.get("element").asString().equals(element))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    /** Completes a step with what is proposed. */
    void complete(String account, String id) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonNode field : get(account, "/api/v1/tasks/" + id).get("fields")) {
            JsonNode proposed = field.get("value");
            if (proposed != null && !proposed.isNull()) {
                values.put(field.get("name").asString(), Caller.JSON.treeToValue(proposed, Object.class));
            } else if (field.get("required").asBoolean()) {
                values.put(field.get("name").asString(), "確認した");
            }
        }
        send(account, "POST", "/api/v1/tasks/" + id + "/completion", values, 200);
    }

    private JsonNode send(String account, String method, String path, Map<String, ?> body, int expected) {
        Caller caller = Caller.program(port, account);
        HttpResponse<String> answer = method.equals("GET") ? caller.get(path) : caller.json(method, path, body);
        assertThat(answer.statusCode())
                .as("%s %s %s: %s", account, method, path, answer.body())
                .isEqualTo(expected);
        return Caller.read(answer);
    }
}
