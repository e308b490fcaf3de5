package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.asset.Asset;
import dev.noroshi.asset.Assets;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Containment per segment: each has its own steps, its own words and its own decision to cut it off. */
@NoroshiTest
class ContainmentIntegrationTests {

    private static final String SPREAD = "userTask_containSpread";
    private static final String DECIDE = "userTask_decideDetachment";

    @LocalServerPort
    private int port;

    @Autowired
    private Assets assets;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void theSegmentsOfTheCaseAndOfItsAssetsAreContainedSeparately() {
        String number = city.evaluated("intrusion", Map.of("segment", "lgwan", "assets", List.of("SV-001")));

        city.waiting(number, SPREAD);
        assertThat(names(number, SPREAD, "ja"))
                .containsExactlyInAnyOrder("応急措置（隔離・遮断）［マイナンバー利用事務系］", "応急措置（隔離・遮断）［LGWAN接続系］");
        assertThat(names(number, SPREAD, "en"))
                .containsExactlyInAnyOrder(
                        "First measures (isolate, block) [MyNumber affairs segment]",
                        "First measures (isolate, block) [LGWAN-connected segment]");
    }

    @Test
    void cuttingOffOneSegmentLeavesTheOtherAlone() {
        String number = city.evaluated("intrusion", Map.of("segment", "lgwan", "assets", List.of("SV-001")));
        for (String task : List.of(task(number, SPREAD, "LGWAN"), task(number, SPREAD, "マイナンバー"))) {
            assertThat(city.completion("handler", task, Map.of("detachmentNeeded", true, "measures", "隔離した"))
                            .status())
                    .isEqualTo(200);
        }
        String lgwan = task(number, DECIDE, "LGWAN");
        String mynumber = task(number, DECIDE, "マイナンバー");
        assertThat(calls(number)).contains(DECIDE + ":S1 calling", DECIDE + ":S2 calling");

        city.completion("ciso", lgwan, Map.of("decision", "approve"));

        assertThat(task(number, "userTask_detachSegment", "LGWAN")).isNotEmpty();
        assertThat(calls(number)).contains(DECIDE + ":S1 calling", DECIDE + ":S2 acknowledged");
        city.completion("ciso", mynumber, Map.of("decision", "reject"));
        assertThat(calls(number)).contains(DECIDE + ":S1 acknowledged");
        assertThat(city.tasks(number, "userTask_detachSegment", "open")).hasSize(1);
        assertThat(city.timeline(number)).anyMatch(line -> line.contains("LGWAN接続系") && line.contains("detachment"));
    }

    @Test
    void whatIsDoneInASegmentIsTickedAndKeptWithWhoDidItAndWhen() {
        String number = city.evaluated("intrusion", Map.of("segment", "lgwan"));
        String task = "/api/v1/tasks/" + task(number, SPREAD, "LGWAN");
        List<JsonNode> items =
                city.get("handler", task).body().get("checklist").valueStream().toList();
        assertThat(items)
                .extracting(item -> item.get("item").asString())
                .contains("lgwan-isolate", "lgwan-block", "RB-03:6");

        Answer ticked = city.post("handler", task + "/checklist", Map.of("lgwan-isolate", true, "lgwan-block", true));

        assertThat(ticked.status()).as("%s", ticked.body()).isEqualTo(200);
        assertThat(tickers(task)).containsExactlyInAnyOrder("lgwan-isolate handler", "lgwan-block handler");
        assertThat(city.timeline(number))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("checklist ")
                        .contains("LGWAN接続系", "済　LGWANファイアウォールで遮断する", "済　端末を隔離する"));
        assertThat(city.post("handler2", task + "/checklist", Map.of("lgwan-block", false))
                        .status())
                .isEqualTo(200);
        assertThat(tickers(task)).containsExactly("lgwan-isolate handler");
        assertThat(city.timeline(number)).anyMatch(line -> line.contains("取消　LGWANファイアウォールで遮断する"));
        assertThat(new PageClient(port, "chief")
                        .get("/incidents/" + number + "/tasks")
                        .body())
                .contains("端末を隔離する（LANケーブルを抜き、電源は切らない）", "確認 1 /");
        assertThat(city.post("ciso", task + "/checklist", Map.of("lgwan-block", true))
                        .status())
                .isEqualTo(403);
        assertThat(city.post("handler", task + "/checklist", Map.of("mynumber-batch", true))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void thePageOfAStepUnticksOnlyWhatItShowedAsTicked() {
        String number = city.evaluated("intrusion", Map.of("segment", "lgwan"));
        String id = task(number, SPREAD, "LGWAN");
        PageClient handler = new PageClient(port, "handler");
        String page = handler.get("/tasks/" + id).body();
        assertThat(page).contains("LGWANファイアウォールで遮断する", "name=\"item\"");
        city.post("handler2", "/api/v1/tasks/" + id + "/checklist", Map.of("lgwan-block", true));

        handler.post("/tasks/" + id + "/checklist", page, Map.of("item", "lgwan-isolate"));
        assertThat(tickers("/api/v1/tasks/" + id))
                .containsExactlyInAnyOrder("lgwan-isolate handler", "lgwan-block handler2");
        handler.post("/tasks/" + id + "/checklist", page, Map.of("before", "lgwan-isolate"));

        assertThat(tickers("/api/v1/tasks/" + id)).containsExactly("lgwan-block handler2");
    }

    private List<String> tickers(String task) {
        return city.get("chief", task)
                .body()
                .get("checklist")
                .valueStream()
                .filter(item -> item.get("ticked").asBoolean())
                .peek(item -> assertThat(item.get("at").isNull()).isFalse())
                .map(item -> item.get("item").asString() + " " + item.get("by").asString())
                .toList();
    }

    @Test
    void aChangeOfTheRegisterIsShownOnTheCaseAndContainedWhenAPersonSaysSo() {
        String asset = "T-" + Long.toString(System.nanoTime(), 36);
        register(asset, "lgwan");
        String number = city.evaluated("intrusion", Map.of("assets", List.of(asset)));
        task(number, SPREAD, "LGWAN");
        PageClient handler = new PageClient(port, "handler");
        String path = "/incidents/" + number;
        assertThat(handler.get(path).body()).doesNotContain("added-segments");

        register(asset, "internet");

        String page = handler.get(path).body();
        assertThat(page).contains("拡大防止を始めていない系統があります", "added-segments");
        assertThat(new PageClient(port, "auditor").get(path).body()).doesNotContain("added-segments");
        assertThat(handler.post(path + "/added-segments", page, Map.of()).body())
                .contains("加わった系統の拡大防止を始めました。");
        task(number, SPREAD, "インターネット");
        assertThat(city.timeline(number))
                .anyMatch(line -> line.startsWith("register-changed ") && line.contains("インターネット接続系"));
        assertThat(handler.get(path).body()).doesNotContain("/added-segments\"");
    }

    private void register(String number, String segment) {
        Actors.as(Actor.system(), () -> {
            assets.register(new Asset(number, "試験用端末", "device", segment, null, null, false));
            return number;
        });
    }

    @Test
    void anUnknownSegmentIsContainedAsOne() {
        String number = city.evaluated("intrusion", Map.of());

        city.waiting(number, SPREAD);

        assertThat(names(number, SPREAD, "ja")).containsExactly("応急措置（隔離・遮断）");
    }

    @Test
    void segmentsThatBecomeKnownLaterAreContainedOnceEach() {
        String number = city.evaluated("intrusion", Map.of());
        city.waiting(number, SPREAD);

        correct(number, Map.of("segment", "internet", "assets", List.of("SV-001")));
        task(number, SPREAD, "インターネット");
        task(number, SPREAD, "マイナンバー");
        correct(number, Map.of("place", "本庁"));
        correct(number, Map.of("segment", "lgwan"));
        task(number, SPREAD, "LGWAN");
        correct(number, Map.of("segment", "internet"));

        assertThat(names(number, SPREAD, "ja")).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aSegmentAddedDuringRecoveryHoldsTheClosureUntilItIsContained() {
        String number = city.evaluated("malware", Map.of("segment", "internet"));
        for (String step : List.of(
                SPREAD,
                "userTask_preserveEvidence",
                "userTask_confirmReports",
                "userTask_decidePublication",
                "userTask_eradicate")) {
            city.complete("userTask_decidePublication".equals(step) ? "chief" : "handler", number, step, Map.of());
        }
        city.waiting(number, "userTask_restore");
        correct(number, Map.of("assets", List.of("SV-001")));
        String late = task(number, SPREAD, "マイナンバー");
        assertThat(city.incident(number).get("phase").asString()).isEqualTo("recover");
        for (String step : List.of("userTask_restore", "userTask_observe", "userTask_declareEnd")) {
            city.complete("userTask_declareEnd".equals(step) ? "lead" : "handler", number, step, Map.of());
        }
        city.complete("handler", number, "userTask_investigateCause", Map.of());
        city.complete("handler", number, "userTask_planPrevention", Map.of());
        String last = task(number, SPREAD, "マイナンバー");
        assertThat(last).isEqualTo(late);
        assertThat(city.incident(number).get("status").asString()).isEqualTo("open");

        city.completion("handler", late, Map.of());

        await().atMost(Duration.ofSeconds(40))
                .until(() -> city.incident(number).get("status").asString().equals("closed"));
    }

    private void correct(String number, Map<String, ?> facts) {
        Map<String, Object> body = new HashMap<>(facts);
        body.put("reason", "分かった");
        assertThat(city.patch("handler", "/api/v1/incidents/" + number, "*", body)
                        .status())
                .isEqualTo(200);
    }

    private String task(String number, String element, String segment) {
        return await("task")
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> items("/api/v1/tasks?size=200&incident=" + number, "ja").stream()
                                .filter(task -> task.get("element").asString().equals(element))
                                .filter(task -> task.get("name").asString().contains(segment))
                                .map(task -> task.get("id").asString())
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private List<String> names(String number, String element, String language) {
        return items("/api/v1/tasks?size=200&incident=" + number, language).stream()
                .filter(task -> task.get("element").asString().equals(element))
                .map(task -> task.get("name").asString())
                .toList();
    }

    private List<String> calls(String number) {
        return items("/api/v1/escalations?size=200&incident=" + number, "ja").stream()
                .map(call ->
                        call.get("subject").asString() + " " + call.get("state").asString())
                .toList();
    }

    private List<JsonNode> items(String path, String language) {
        return StreamSupport.stream(
                        Caller.read(Caller.program(port, "chief").get(path, "Accept-Language", language))
                                .get("items")
                                .spliterator(),
                        false)
                .toList();
    }
}
