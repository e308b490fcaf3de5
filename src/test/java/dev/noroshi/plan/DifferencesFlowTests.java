package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.workflow.Processes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Where Noroshi and its engine contradict each other, at the door: made by hand, named, and gone once mended. */
@NoroshiTest
class DifferencesFlowTests {

    private static final String DIFFERENCES = "/api/v1/plan/differences";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Processes processes;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private NightlyComparison night;

    private CaseClient city;
    private String number;
    private String task;

    @BeforeEach
    void aCaseThatWaitsForItsReceipt() {
        city = new CaseClient(port);
        number = city.report("malware", Map.of());
        task = city.waiting(number, "userTask_receive");
    }

    @Test
    void aCaseWhosePlanWasDeletedIsNamed() {
        assertThat(found()).isEmpty();

        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> processes.stop("incident-response", number));

        assertThat(found()).containsExactly("not-running case " + number);
        assertThat(new PageClient(port, "chief").get("/plan/stuck?lang=ja").body())
                .contains(number, "記録は続いているのに、計画が動いていません", "印刷した計画に沿って電話で進め");
    }

    @Test
    void aCaseThatWasClosedByHandIsNamedUntilItIsMended() {
        jdbc.sql("update incident set status = 'closed', phase = 'closed' where number = ?")
                .param(number)
                .update();
        assertThat(found()).containsExactly("still-running case " + number);

        jdbc.sql("update incident set status = 'open' where number = ?")
                .param(number)
                .update();
        assertThat(found()).containsExactly("phase case " + number);

        jdbc.sql("update incident set phase = 'review' where number = ?")
                .param(number)
                .update();
        assertThat(found()).containsExactly("phase case " + number);

        jdbc.sql("update incident set phase = 'detect' where number = ?")
                .param(number)
                .update();
        assertThat(found()).isEmpty();
    }

    @Test
    void aStepThatTheEngineLostIsNamedOnBothSides() {
        jdbc.sql("delete from ACT_RU_IDENTITYLINK where TASK_ID_ = ?")
                .param(task)
                .update();
        jdbc.sql("delete from ACT_RU_TASK where ID_ = ?").param(task).update();

        assertThat(found()).containsExactlyInAnyOrder("idle case " + number, "step-gone task " + task);
        assertThat(city.get("lead", DIFFERENCES + "?size=200").body().toString())
                .contains("\"element\":\"userTask_receive\"", "\"process\":\"detect\"");
    }

    @Test
    void aStepWhoseTaskWasClosedByHandIsNamed() {
        jdbc.sql("update task set status = 'withdrawn' where id = ?")
                .param(task)
                .update();
        assertThat(found()).containsExactly("step-unknown task " + task);

        jdbc.sql("update task set status = 'open' where id = ?").param(task).update();
        assertThat(found()).isEmpty();
    }

    @Test
    void whatRunsForNobodyIsNamedAndTheCallThatNoLongerRuns() {
        String call = await("the call waits for an answer")
                .until(
                        () -> jdbc.sql("select p.BUSINESS_KEY_ from ACT_RU_EVENT_SUBSCR s join ACT_RU_EXECUTION p"
                                        + " on p.ID_ = s.PROC_INST_ID_ where s.EVENT_NAME_ = 'CallAnswered'"
                                        + " and p.BUSINESS_KEY_ like concat(?, '-C%')")
                                .param(number)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
        String foreign = call.replace(number, "R99-9999");
        rename(call, foreign);

        assertThat(found()).containsExactly("not-running call " + call);
        assertThat(all())
                .anyMatch(it -> it.get("key").asString().equals(foreign)
                        && it.get("kind").asString().equals("unknown")
                        && it.get("subject").isNull());

        rename(foreign, call);
        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsJustHappeningIsNoDifference() {
        ConcurrentLinkedQueue<String> alarms = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> work = IntStream.range(0, 3)
                .mapToObj(it -> CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 3; n++) {
                        String mine = city.report("malware", Map.of());
                        city.complete("handler", mine, "userTask_receive", Map.of());
                        city.complete(
                                "handler",
                                mine,
                                "userTask_evaluate",
                                Map.of("outcome", "false-alarm", "reason", "誤検知"));
                    }
                }))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(work.toArray(CompletableFuture[]::new));
        int before = knownElsewhere();
        do {
            city.post("admin", DIFFERENCES, Map.of());
            all().stream()
                    .filter(it -> it.get("incident").asString().compareTo(number) > 0)
                    .map(JsonNode::toString)
                    .forEach(alarms::add);
        } while (!all.isDone());
        all.join();

        assertThat(alarms).isEmpty();
        assertThat(knownElsewhere()).isLessThanOrEqualTo(before);
    }

    @Test
    void theNightTellsTheWindowOnceAndAgainAfterAWeek() {
        night();
        long letters = letters();
        assertThat(night()).isEqualTo(letters);
        jdbc.sql("update task set status = 'withdrawn' where id = ?")
                .param(task)
                .update();

        assertThat(night()).isEqualTo(letters + 1);
        assertThat(jdbc.sql("select body from mail_out where letter_key like 'differences/%' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("食い違い", "0175", "/plan/stuck");
        assertThat(night()).isEqualTo(letters + 1);
        jdbc.sql("update plan_difference set told_at = told_at - interval 8 day")
                .update();
        assertThat(night()).isEqualTo(letters + 2);
        night.tick();
        jdbc.sql("update task set status = 'open' where id = ?").param(task).update();
        assertThat(found()).isEmpty();
    }

    @Test
    void operatorsCompareAndOthersDoNot() {
        assertThat(city.get("handler", DIFFERENCES).status()).isEqualTo(403);
        assertThat(city.get("chief", DIFFERENCES).status()).isEqualTo(200);
        assertThat(city.post("chief", DIFFERENCES, Map.of()).status()).isEqualTo(403);
        assertThat(city.post("lead", DIFFERENCES, Map.of("all", true)).status()).isEqualTo(422);

        JsonNode result = city.post("lead", DIFFERENCES, Map.of()).body();

        assertThat(result.get("comparedBy").asString()).isNotEmpty();
        assertThat(result.get("comparedAt").asString()).endsWith("Z");
        assertThat(jdbc.sql("select count(*) from journal_entry where act = 'plan.compared' and account = 'lead'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    /** Lets a night pass; how many letters there are then. */
    private long night() {
        jdbc.sql("update plan_comparison set nightly_from = nightly_from - interval 25 hour")
                .update();
        night.tick();
        return letters();
    }

    private long letters() {
        return jdbc.sql("select count(*) from mail_out where letter_key like 'differences/%'")
                .query(Long.class)
                .single();
    }

    private void rename(String before, String after) {
        jdbc.sql("update ACT_RU_EXECUTION set BUSINESS_KEY_ = ? where BUSINESS_KEY_ = ?")
                .params(after, before)
                .update();
    }

    /** Those of this case, after a comparison: kind, subject, key. */
    private List<String> found() {
        assertThat(city.post("admin", DIFFERENCES, Map.of()).status()).isEqualTo(200);
        return all().stream()
                .filter(it -> it.get("incident").asString().equals(number))
                .map(it -> it.get("kind").asString() + " " + it.get("subject").asString() + " "
                        + it.get("key").asString())
                .toList();
    }

    private List<JsonNode> all() {
        return city.get("admin", DIFFERENCES + "?size=200")
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private int knownElsewhere() {
        return city.get("admin", DIFFERENCES).body().get("found").asInt();
    }
}
