package dev.noroshi.plan;

import static dev.noroshi.plan.EditionClient.EDITIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Open cases of an edition whose containment runs once for the whole case, and one whose runs for each segment. */
@NoroshiTest
class MovesFlowTests extends RevisedCity {

    private static final String SPREAD = "userTask_containSpread";

    private static final String CONTAIN = """
            <bpmn:callActivity id="callActivity_contain" name="被害拡大の防止" calledElement="contain" camunda:calledElementBinding="deployment">
                    <bpmn:extensionElements>
                      <camunda:in businessKey=\"""";

    @Test
    void whatCannotMoveIsNamedAndTheRestMovesIntoTheNewContainment() {
        String newer = city.evaluated("intrusion", Map.of("segment", "lgwan"));
        city.waiting(newer, SPREAD);
        int whole = editions.draft(containmentOfTheWholeCase());
        assertThat(city.post("chief", EDITIONS + "/" + whole + "/approval", Map.of())
                        .status())
                .isEqualTo(200);
        String contained = city.evaluated("intrusion", Map.of("segment", "lgwan"));
        city.waiting(contained, SPREAD);
        String evaluated = city.report("intrusion", Map.of("segment", "lgwan"));
        city.complete("handler", evaluated, "userTask_receive", Map.of());
        city.waiting(evaluated, "userTask_evaluate");

        assertThat(preview(whole, newer).get("obstacles").toString()).contains("callActivity_contain", "被害拡大の防止");
        editions.goBackTo(before);
        int now = editions.running();
        JsonNode stands = preview(now, contained);
        assertThat(stands.get("movable").asBoolean()).isFalse();
        assertThat(stands.get("obstacles").toString())
                .contains("callActivity_contain", "被害拡大の防止")
                .doesNotContain("multiInstance");
        assertThat(new PageClient(port, "lead")
                        .get("/plan/editions/" + now + "/moves?incident=" + contained + "&lang=ja")
                        .body())
                .contains("移せません。この版には次の位置がありません：被害拡大の防止");
        assertThat(city.completion("handler", city.waiting(contained, SPREAD), Map.of("measures", "隔離した"))
                        .status())
                .as("it goes on on its own edition")
                .isEqualTo(200);

        assertThat(preview(now, evaluated).get("movable").asBoolean()).isTrue();
        move(now, evaluated);
        city.complete("handler", evaluated, "userTask_evaluate", Map.of("reason", "侵入された"));
        city.waiting(evaluated, SPREAD);
        assertThat(city.get("handler", "/api/v1/tasks?incident=" + evaluated)
                        .body()
                        .toString())
                .contains("［LGWAN接続系］");
    }

    private List<String> all(String moves) {
        List<String> seen = new ArrayList<>();
        JsonNode page = city.get("lead", moves + "?size=50").body();
        seen.addAll(incidents(page));
        while (!page.get("next").isNull()) {
            page = city.get("lead", moves + "?size=50&after=" + page.get("next").asString())
                    .body();
            seen.addAll(incidents(page));
        }
        return seen;
    }

    private static List<String> incidents(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(it -> it.get("incident").asString())
                .toList();
    }

    @Test
    void casesAreShownPageByPage() {
        List<String> three = List.of(
                city.report("malware", Map.of()), city.report("malware", Map.of()), city.report("malware", Map.of()));
        three.forEach(number -> city.waiting(number, "userTask_receive"));
        int number = editions.draft(containmentOfTheWholeCase());
        city.post("chief", EDITIONS + "/" + number + "/approval", Map.of());
        String moves = EDITIONS + "/" + number + "/moves";

        JsonNode first = city.get("lead", moves + "?size=2").body();
        JsonNode behind =
                city.get("lead", moves + "?size=2&after=" + three.get(0)).body();

        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("next")).isEqualTo(first.get("items").get(1).get("incident"));
        assertThat(first.get("total").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(incidents(behind)).containsExactly(three.get(1), three.get(2));
        assertThat(all(moves))
                .containsSubsequence(three)
                .doesNotHaveDuplicates()
                .hasSize(first.get("total").asInt());
        assertThat(behind.get("total")).isEqualTo(first.get("total"));
        assertThat(city.get("lead", moves + "?size=51").status()).isEqualTo(422);
        assertThat(new PageClient(port, "lead")
                        .get("/plan/editions/" + number + "/moves?lang=ja")
                        .body())
                .contains("別の版で進行中の案件は全部で" + first.get("total").asInt() + "件です");
    }

    /** As the plan was before it contained each segment by itself. */
    private static RevisedPlan containmentOfTheWholeCase() {
        return new RevisedPlan()
                .replace(
                        "incident-response.bpmn",
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${containment.segments(key)}\" camunda:elementVariable=\"segment\" />",
                        "")
                .replace("incident-response.bpmn", CONTAIN + "${segment}\"", CONTAIN + "${key}\"");
    }

    private void move(int edition, String incident) {
        JsonNode left = city.post(
                        "chief",
                        EDITIONS + "/" + edition + "/moves",
                        Map.of("incidents", List.of(incident), "reason", "区分ごとに行う"))
                .body();
        assertThat(left.get("items")).isEmpty();
    }

    private JsonNode preview(int edition, String incident) {
        return city.get("lead", EDITIONS + "/" + edition + "/moves?incident=" + incident)
                .body()
                .get("items")
                .get(0);
    }
}
