package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.web.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The timeline is written once and read in either language. */
@NoroshiTest
class TimelineIntegrationTests {

    private static final String JAPANESE = "[\\p{IsHiragana}\\p{IsKatakana}]";

    /** What people wrote, and letters' subjects, stay as they were written. */
    private static final Set<String> WRITTEN = Set.of("received", "note", "letter");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Incidents incidents;

    @Autowired
    private TransactionTemplate transaction;

    private CaseClient city;
    private String number = "";

    @BeforeEach
    void aCaseThatHasComeSomeWay() {
        city = new CaseClient(port);
        number = city.report("mis-send", Map.of());
        city.complete("handler", number, "userTask_receive", Map.of("note", "received by phone"));
        city.complete("handler", number, "userTask_evaluate", Map.of("reason", "sent outside", "segment", "internet"));
        city.patch("handler", "/api/v1/incidents/" + number, "*", Map.of("segment", "lgwan", "reason", "looked again"));
        await().until(() -> lines("ja").stream()
                .anyMatch(line -> line.get("kind").asString().equals("letter")));
    }

    @Test
    void whatTheSystemSaysIsReadInTheReadersLanguage() {
        List<JsonNode> english = lines("en");

        assertThat(english).hasSizeGreaterThan(8);
        assertThat(english)
                .filteredOn(line -> !WRITTEN.contains(line.get("kind").asString()))
                .allSatisfy(line -> {
                    assertThat(line.get("text").asString()).doesNotContainPattern(JAPANESE);
                    assertThat(line.get("label").asString()).doesNotContainPattern(JAPANESE);
                });
        assertThat(texts(english))
                .anyMatch(text -> text.equals("Waiting for: Take receipt"))
                .anyMatch(text -> text.startsWith("Done: Take receipt\n") && text.endsWith("received by phone"))
                .anyMatch(text -> text.contains("LGWAN") && text.contains(" → ") && text.endsWith("looked again"))
                .anyMatch(text -> text.startsWith("To: "));
        assertThat(texts(lines("ja")))
                .anyMatch(text -> text.equals("待っています：受領") || text.contains("受領"))
                .noneMatch(text -> text.contains("Take receipt"));
        assertThat(Caller.signedIn(port, "handler")
                        .get("/incidents/" + number + "?lang=en")
                        .body())
                .contains("Waiting for: Take receipt");
    }

    @Test
    void aLineOfBeforeStaysAsItWasWritten() {
        int written = jdbc.sql("update incident_entry set sayings = null where incident = ?")
                .param(number)
                .update();

        assertThat(ofBefore("en", written)).isEqualTo(ofBefore("ja", written)).isNotEmpty();
    }

    @Test
    void aPhaseIsNamedInTheReadersLanguage() {
        assertThat(phases("en")).contains("Triage").doesNotContain("triage");
        assertThat(phases("ja")).contains("評価・トリアージ");
    }

    @Test
    void aQuestionNeedsNoColonBeforeItsAnswer() {
        assertThat(texts(lines("en")))
                .noneMatch(text -> text.contains("?:"))
                .anyMatch(text -> text.contains("Which segment? Internet"));
    }

    @Test
    void linesOfOneActAreReadWithinItInTheirOrder() {
        List<String> read = transaction.execute(status -> {
            incidents.record(number, "note", "first");
            incidents.record(number, "note", "second");
            List<String> inside = newest(2);
            incidents.record(number, "note", "third");
            return inside;
        });

        assertThat(read).containsExactly("second", "first");
        assertThat(newest(3)).containsExactly("third", "second", "first");
    }

    /** A page of fifty lines is printed as it is shown: the paper says so. */
    @Test
    void paperSaysHowManyLinesItLeavesOut() {
        String path = "/incidents/" + number;
        Caller handler = Caller.signedIn(port, "handler");
        assertThat(handler.get(path).body()).doesNotContain("paper-only");

        transaction.executeWithoutResult(status -> {
            for (int line = 0; line < 50; line++) {
                incidents.record(number, "note", "line " + line);
            }
        });

        String left = String.valueOf(handler.get(path + "?lang=ja").body()).replaceAll("\\s+", " ");
        assertThat(left).containsPattern("class=\"paper-only\">ほかの\\d+件は、画面のこの一覧（" + path + "）のほかのページにあります。");
    }

    @Test
    void linesOfAnActThatFailsAreNotKept() {
        transaction.executeWithoutResult(status -> {
            incidents.record(number, "note", "never said");
            status.setRollbackOnly();
        });

        assertThat(texts(lines("ja"))).doesNotContain("never said");
    }

    private List<String> newest(int count) {
        return incidents.timeline(number, new PageRequest(0, 200), TimelineOrder.NEWEST_FIRST).items().stream()
                .filter(line -> line.kind().equals("note"))
                .limit(count)
                .map(TimelineEntry::text)
                .toList();
    }

    private List<String> phases(String language) {
        return texts(lines(language).stream()
                .filter(line -> line.get("kind").asString().equals("phase"))
                .toList());
    }

    /** The plan goes on writing meanwhile; a phase is a key and has a name in each language. */
    private List<String> ofBefore(String language, int written) {
        return texts(lines(language).stream()
                .limit(written)
                .filter(line -> !line.get("kind").asString().equals("phase"))
                .toList());
    }

    private List<JsonNode> lines(String language) {
        return Caller.read(Caller.program(port, "handler")
                        .get("/api/v1/incidents/" + number + "/timeline?size=200", "Accept-Language", language))
                .get("items")
                .valueStream()
                .toList();
    }

    private static List<String> texts(List<JsonNode> lines) {
        return lines.stream().map(line -> line.get("text").asString()).toList();
    }
}
