package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How bad a case is: decided by the table, raised at once, lowered by two. */
@NoroshiTest
class LevelIntegrationTests {

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @ParameterizedTest
    @CsvSource({
        "mis-send, unknown, L2",
        "mis-send, no, L1",
        "mis-send, yes, L2",
        "stolen, unknown, L3",
        "unknown, unknown, L1",
        "ransomware, unknown, L4"
    })
    void anOpenQuestionCountsOneLevelMoreAndOnlyOne(String type, String included, String level) {
        String number = city.report(type, Map.of("personalInformation", Map.of("included", included)));

        assertThat(city.level(number)).isEqualTo(level);
        assertThat(city.incident(number).get("levelProvisional").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "suspicious-mail, segment, L1",
        "mis-send, segment, L2",
        "stolen, segment, L3",
        "ransomware, segment, L4",
        "unknown, segment, L1",
        "mis-send, knownOutside, L2",
        "stolen, knownOutside, L3",
        "insider, knownOutside, L4",
        "unknown, knownOutside, L1",
        "suspicious-mail, lifeline, L1",
        "failure, lifeline, L2",
        "ransomware, lifeline, L4",
        "mis-send, malicious, L2",
        "stolen, malicious, L3"
    })
    void whateverTheReporterDoesNotKnowCountsOneLevelMore(String type, String question, String level) {
        assertThat(city.level(city.report(type, Map.of(question, "unknown")))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "mis-send, myNumber, L2",
        "mis-send, sensitive, L2",
        "mis-send, financialHarm, L2",
        "mis-send, ordinanceSensitive, L2",
        "lost, encrypted, L2",
        "mis-deliver, recoveredUnread, L2"
    })
    void alsoWhatIsNotKnownOfPersonalInformation(String type, String question, String level) {
        Map<String, String> known = Map.of("included", "no", question, "unknown");

        assertThat(city.level(city.report(type, Map.of("personalInformation", known))))
                .isEqualTo(level);
    }

    @Test
    void manyOpenQuestionsCountOneLevelTogetherAndNoneWhenLeftOut() {
        Map<String, String> personal = Map.of("included", "unknown", "myNumber", "unknown", "encrypted", "unknown");

        assertThat(city.level(city.report(
                        "mis-send",
                        Map.of(
                                "segment", "unknown",
                                "knownOutside", "unknown",
                                "lifeline", "unknown",
                                "malicious", "unknown",
                                "personalInformation", personal))))
                .isEqualTo("L2");
        assertThat(city.level(city.report("mis-send", Map.of()))).isEqualTo("L1");
    }

    @Test
    void theLastAnswerTakesAwayWhatTheOpenQuestionsAdded() {
        String number = city.report("stolen", Map.of("segment", "unknown", "knownOutside", "unknown"));

        correct(number, "segment", "internet");
        assertThat(city.level(number)).as("one question is still open").isEqualTo("L3");
        correct(number, "knownOutside", "no");
        assertThat(city.level(number)).isEqualTo("L2");
    }

    private void correct(String number, String fact, String value) {
        city.patch("handler", "/api/v1/incidents/" + number, "*", Map.of(fact, value, "reason", "聞いた"));
    }

    @ParameterizedTest
    @CsvSource({"180, L1", "181, L3"})
    void whatStandsStillLongerThanItsTargetIsGrave(int minutes, String level) {
        String number = city.report("failure", Map.of("assets", List.of("sv-００１"), "serviceDownMinutes", minutes));

        assertThat(city.level(number)).isEqualTo(level);
    }

    @Test
    void anAnswerTakesAwayWhatTheOpenQuestionAdded() {
        String number = city.report("stolen", Map.of("personalInformation", Map.of("included", "unknown")));

        city.patch(
                "handler",
                "/api/v1/incidents/" + number,
                "*",
                Map.of("personalInformation", Map.of("included", "no"), "reason", "中身を確かめた"));

        assertThat(city.level(number)).isEqualTo("L2");
    }

    @Test
    void aHandlerRaisesAtOnceWithAReason() {
        String number = city.evaluated("mis-send", Map.of());

        assertThat(level("handler", number, "L3", " ").status()).isEqualTo(422);
        assertThat(level("manager", number, "L3", "報道された").status()).isEqualTo(403);
        assertThat(level("handler", number, "L3", "報道された").status()).isEqualTo(200);
        assertThat(level("handler", number, "L3", "報道された").status())
                .as("a second click")
                .isEqualTo(200);
        assertThat(level("handler", number, "L3", "ほかの理由").status()).isEqualTo(422);

        assertThat(city.level(number)).isEqualTo("L3");
        assertThat(city.timeline(number)).anyMatch(line -> line.startsWith("level-raised") && line.contains("報道された"));
    }

    @Test
    void whoeverRaisesAMinorCaseMakesThePlanAskTheCiso() {
        String number = city.evaluated("mis-send", Map.of());
        assertThat(city.level(number)).isEqualTo("L1");

        level("handler", number, "L3", "報道された");

        String task = city.waiting(number, "userTask_acknowledgeRaise");
        org.awaitility.Awaitility.await().until(() -> calls(number).contains("userTask_acknowledgeRaise ciso calling"));
        assertThat(calls(number).stream().filter(call -> call.startsWith("userTask_acknowledgeRaise")))
                .hasSize(1);
        assertThat(city.completion("ciso", task, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void twoPeopleLowerAndTheProposerIsNotTheSecond() {
        String number = city.evaluated("intrusion", Map.of());

        assertThat(level("lead", number, "L2", "範囲は狭い").status()).isEqualTo(200);
        assertThat(level("lead", number, "L2", "範囲は狭い").status()).isEqualTo(200);
        assertThat(level("handler", number, "L1", "範囲は狭い").status()).isEqualTo(409);

        assertThat(city.level(number)).isEqualTo("L3");
        String task = city.waiting(number, "userTask_approveLowering");
        assertThat(city.get("chief", "/api/v1/tasks/" + task)
                        .body()
                        .get("about")
                        .asString())
                .contains("L3 → L2", "範囲は狭い");
        assertThat(city.completion("lead", task, Map.of()).status()).isEqualTo(403);
        assertThat(city.completion("chief", task, Map.of()).status()).isEqualTo(200);
        eventually(number, "L2");
        assertThat(city.tasks(number, "userTask_approveLowering", "open", "done"))
                .hasSize(1);

        city.patch("handler", "/api/v1/incidents/" + number, "*", Map.of("place", "本庁", "reason", "聞いた"));
        assertThat(city.level(number)).as("a correction that weighs nothing").isEqualTo("L2");
    }

    @Test
    void aRefusedLoweringKeepsTheLevel() {
        String number = city.evaluated("intrusion", Map.of());

        level("handler", number, "L1", "範囲は狭い");
        city.complete("lead", number, "userTask_approveLowering", Map.of("decision", "reject"));

        assertThat(city.level(number)).isEqualTo("L3");
        assertThat(city.timeline(number)).anyMatch(line -> line.startsWith("lowering-approval-reject"));
    }

    @Test
    void factsRaiseAtOnceAndNeverLower() {
        String number = city.evaluated("mis-send", Map.of("personalInformation", Map.of("included", "yes")));

        city.patch(
                "handler",
                "/api/v1/incidents/" + number,
                "*",
                Map.of("personalInformation", Map.of("personCount", 101), "reason", "数えた"));
        assertThat(city.level(number)).isEqualTo("L3");

        city.patch(
                "handler",
                "/api/v1/incidents/" + number,
                "*",
                Map.of("personalInformation", Map.of("personCount", 100), "reason", "数え直した"));
        assertThat(city.level(number)).isEqualTo("L3");
    }

    private List<String> calls(String number) {
        return city.get("chief", "/api/v1/escalations?size=50&incident=" + number)
                .body()
                .get("items")
                .valueStream()
                .map(call ->
                        call.get("subject").asString() + " " + call.path("role").asString("") + " "
                                + call.get("state").asString())
                .toList();
    }

    private Answer level(String account, String number, String level, String reason) {
        return city.post(account, "/api/v1/incidents/" + number + "/level", Map.of("level", level, "reason", reason));
    }

    private void eventually(String number, String level) {
        org.awaitility.Awaitility.await().until(() -> city.level(number).equals(level));
    }
}
