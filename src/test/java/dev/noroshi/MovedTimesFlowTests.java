package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient.Answer;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
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

/** Facts are corrected, or the level is another one: who holds a letter with a time that is no longer true is told, once. */
@NoroshiTest
class MovedTimesFlowTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Actor HANDLER = new Actor("handler", "対応", Set.of("window", "csirt-handler"), null);
    private static final String ONE = "handler@city.example.jp";
    private static final String TWO = "handler2@city.example.jp";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Incidents incidents;

    @Autowired
    private TransactionTemplate transaction;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void whoWasRemindedOfAReportHearsOfItsNewDay() {
        Instant discovered = LocalDate.now(TOKYO)
                .minusDays(3)
                .atTime(LocalTime.of(10, 0, 30))
                .atZone(TOKYO)
                .toInstant();
        String number = leakOf(discovered);
        String report = preliminary(number).get("id").asString();
        String due = preliminary(number).get("dueOn").asString();
        await().until(() -> count(report + "/reminder/3") == 1);
        holdsAlone(report + "/reminder/3", ONE, TWO, "lead@city.example.jp");

        correct(number, discovered.plusSeconds(20));
        assertThat(told(number)).as("seconds are in no letter").isEmpty();

        correct(number, discovered.plus(Duration.ofDays(1)));
        String moved = LocalDate.parse(due).plusDays(1).toString();
        assertThat(told(number)).containsKeys(ONE, "lead@city.example.jp");
        assertThat(told(number).get(ONE))
                .contains("理由：事実の訂正\n", "報告の期限：速報（個人情報保護委員会）", letter(due) + " → " + letter(moved))
                .doesNotContain("重大度", "作業の期限");
        assertThat(city.timeline(number))
                .anyMatch(line -> line.startsWith("report-due-moved")
                        && line.contains("事実の訂正により、期限が " + due)
                        && line.contains(moved));
        assertThat(journaled(report)).singleElement().asString().contains(due, moved);

        forget();
        correct(number, discovered.plus(Duration.ofDays(1)).plusSeconds(1));
        assertThat(told(number)).as("nothing moved").isEmpty();
        correct(number, discovered.minus(Duration.ofDays(1)));
        await().until(() -> count(report + "/reminder/4") == 1);
        assertThat(told(number)).as("the next reminder says it").isEmpty();
    }

    @Test
    void whoHoldsTwoLettersGetsOneAboutBoth() {
        String number = city.evaluated("mis-send", Map.of());
        String evidence = heldBy(number, "userTask_preserveEvidence", ONE, TWO);
        String contain = heldBy(number, "userTask_containSpread", ONE);
        String reports = heldBy(number, "userTask_confirmReports", ONE);
        String before = due(evidence);

        assertThat(level("handler", number, "L3").status()).isEqualTo(200);
        assertThat(level("handler", number, "L3").status()).as("a repeat").isEqualTo(200);

        assertThat(told(number)).containsOnlyKeys(ONE, TWO);
        assertThat(told(number).get(ONE))
                .as("who made the change, too: the letters in the box are false")
                .contains("何が：お知らせした時刻の変更（3件）", "理由：重大度の変更（レベル1からレベル3へ）")
                .contains(letter(before) + " → " + letter(due(evidence)))
                .contains(letter(due(contain)), letter(due(reports)), "通報先の確定");
        assertThat(told(number).get(TWO)).contains("（1件）", "証拠保全").doesNotContain("通報先の確定");

        forget();
        assertThat(level("handler", number, "L4").status()).isEqualTo(200);
        assertThat(told(number).get(ONE))
                .as("evidence has the same time on both levels")
                .contains("通報先の確定", "レベル3からレベル4へ")
                .doesNotContain("証拠保全");
    }

    @Test
    void whatTwoPeopleLowerIsToldWhenTheSecondHasApproved() {
        String number = city.evaluated("intrusion", Map.of());
        String evidence = heldBy(number, "userTask_preserveEvidence", ONE, TWO);
        String before = due(evidence);

        assertThat(level("handler", number, "L1").status()).isEqualTo(200);
        assertThat(told(number)).as("proposed").isEmpty();
        city.complete("lead", number, "userTask_approveLowering", Map.of());

        await().until(() -> told(number).containsKey(TWO));
        assertThat(told(number).get(TWO))
                .contains("重大度の変更（レベル3からレベル1へ）", letter(before) + " → " + letter(due(evidence)));
    }

    @Test
    void correctedFactsThatRaiseTheLevelAreBothNamed() {
        Instant discovered =
                LocalDate.now(TOKYO).minusDays(3).atTime(10, 0).atZone(TOKYO).toInstant();
        String number = leakOf(discovered);
        String report = preliminary(number).get("id").asString();
        String contain = heldBy(number, "userTask_containSpread", ONE);
        await().until(() -> count(report + "/reminder/3") == 1);
        holdsAlone(report + "/reminder/3", ONE);

        patch(
                number,
                Map.of(
                        "discoveredAt", discovered.plus(Duration.ofDays(1)).toString(),
                        "knownOutside", "yes",
                        "lifeline", "yes"));

        assertThat(city.level(number)).isEqualTo("L4");
        assertThat(told(number).get(ONE)).contains("理由：事実の訂正、重大度の変更（レベル3からレベル4へ）", "報告の期限：速報", letter(due(contain)));
    }

    @Test
    void aChangeThatIsTakenBackTellsNobody() {
        String number = city.evaluated("mis-send", Map.of());
        heldBy(number, "userTask_preserveEvidence", ONE, TWO);

        transaction.executeWithoutResult(status -> Actors.as(HANDLER, () -> {
            incidents.proposeLevel(number, 3, "報道された");
            status.setRollbackOnly();
            return true;
        }));
        assertThat(city.level(number)).isEqualTo("L1");
        assertThat(told(number)).isEmpty();
    }

    @Test
    void aDrillIsMarked() {
        String number = city.report("lead", "mis-send", Map.of("drill", true));
        city.complete("handler", number, "userTask_receive", Map.of());
        city.complete("handler", number, "userTask_evaluate", Map.of("reason", "確かめた"));
        heldBy(number, "userTask_preserveEvidence", ONE, TWO);

        level("handler", number, "L3");

        assertThat(told(number)).containsKeys(ONE, TWO);
        assertThat(jdbc.sql("select subject from mail_out where letter_key like 'moved/%' and incident = ? and drill")
                        .param(number)
                        .query(String.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(subject -> subject.startsWith("【訓練】【CSIRT・時刻の変更】" + number));
    }

    @Test
    void whoMayNotReadACaseAnyMoreIsNotTold() {
        String number = city.evaluated("mis-send", Map.of());
        heldBy(number, "userTask_preserveEvidence", ONE, TWO);

        patch(number, Map.of("type", "insider"));

        assertThat(city.level(number)).isNotEqualTo("L1");
        assertThat(told(number))
                .as("the window still reads it")
                .containsKey(ONE)
                .doesNotContainKey(TWO);
    }

    @Test
    void theStepThatMakesTheChangeIsOverAndSoIsItsCall() {
        String number = city.report("mis-send", Map.of());
        city.complete("handler", number, "userTask_receive", Map.of());
        city.waiting(number, "userTask_evaluate");
        holdsAlone(number + "-C2/1/" + TWO, TWO);

        city.complete(
                "handler",
                number,
                "userTask_evaluate",
                Map.of("reason", "確かめた", "personalInformation", "yes", "personCount", 101));

        assertThat(city.level(number)).isEqualTo("L3");
        assertThat(told(number)).isEmpty();
    }

    @Test
    void whoIsCalledHearsThatALoweredLevelWaitsLonger() {
        String number = city.report("intrusion", Map.of());
        city.waiting(number, "userTask_receive");
        holdsAlone(number + "-C1/1/" + TWO, TWO);

        assertThat(level("lead", number, "L1").status()).isEqualTo(200);
        city.complete("chief", number, "userTask_approveLowering", Map.of());

        await().until(() -> told(number).containsKey(TWO));
        assertThat(told(number).get(TWO)).contains("（1件）", "応答がないときに次の方へ移る時刻", "重大度の変更（レベル3からレベル1へ）");
    }

    @Test
    void whoIsCalledAnewOnAHigherLevelIsNotToldBesides() {
        String number = city.report("mis-send", Map.of());
        city.waiting(number, "userTask_receive");
        holdsAlone(number + "-C1/1/" + TWO, TWO);

        assertThat(level("handler", number, "L3").status()).isEqualTo(200);

        await().until(() -> count(number + "-C1/2/" + TWO) == 1);
        assertThat(told(number)).isEmpty();
    }

    private String leakOf(Instant discovered) {
        String number = city.evaluated(
                "mis-send",
                Map.of(
                        "discoveredAt",
                        discovered.toString(),
                        "personalInformation",
                        Map.of("included", "yes", "personCount", 101)));
        city.complete(
                "handler",
                number,
                "userTask_confirmReports",
                Map.of("reports", List.of("ppc-preliminary"), "reason", "ほかは電話で済んだ"));
        return number;
    }

    private JsonNode preliminary(String number) {
        return city.get("handler", "/api/v1/reports?incident=" + number)
                .body()
                .get("items")
                .valueStream()
                .filter(report -> report.get("kind").asString().equals("preliminary"))
                .findFirst()
                .orElseThrow();
    }

    private void correct(String number, Instant discovered) {
        patch(number, Map.of("discoveredAt", discovered.toString()));
    }

    private void patch(String number, Map<String, ?> facts) {
        Map<String, Object> body = new HashMap<>(facts);
        body.put("reason", "確かめ直した");
        Answer answer = city.patch("handler", "/api/v1/incidents/" + number, "*", body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private Answer level(String account, String number, String level) {
        return city.post(
                account, "/api/v1/incidents/" + number + "/level", Map.of("level", level, "reason", "範囲が分かった"));
    }

    private String due(String task) {
        return city.get("chief", "/api/v1/tasks/" + task).body().get("due").asString();
    }

    /** The step, whose letter these people hold. */
    private String heldBy(String number, String element, String... people) {
        String task = city.waiting(number, element);
        holdsAlone(task + "/waiting", people);
        return task;
    }

    /** As if it had not waited for a list with letters of other tests' cases. */
    private void holdsAlone(String letter, String... people) {
        await().until(() -> count(letter) == 1);
        jdbc.sql("update mail_out set state = 'sent', recipients = ? where letter_key = ?")
                .params(String.join(",", people), letter)
                .update();
        jdbc.sql("delete from mail_out where letter_key like ?")
                .param(letter + "/%")
                .update();
    }

    private long count(String letter) {
        return jdbc.sql("select count(*) from mail_out where letter_key = ?")
                .param(letter)
                .query(Long.class)
                .single();
    }

    /** The letters about moved times of the case, by their addressees, of whom each has one. */
    private Map<String, String> told(String number) {
        Map<String, String> told = new HashMap<>();
        jdbc.sql("select recipients, body from mail_out where letter_key like 'moved/%' and incident = ?")
                .param(number)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(letter -> assertThat(told.put(letter.getKey(), letter.getValue()))
                        .as("two letters")
                        .isNull());
        return told;
    }

    private void forget() {
        jdbc.sql("delete from mail_out where letter_key like 'moved/%'").update();
    }

    private List<String> journaled(String report) {
        return jdbc.sql("select detail from journal_entry where act = 'report.due-moved' and subject = ?")
                .param(report)
                .query(String.class)
                .list();
    }

    private static String letter(String day) {
        return day.length() == 10 ? dates().letter(LocalDate.parse(day)) : dates().letter(Instant.parse(day));
    }

    private static dev.noroshi.calendar.JapaneseDates dates() {
        return new dev.noroshi.calendar.JapaneseDates();
    }
}
