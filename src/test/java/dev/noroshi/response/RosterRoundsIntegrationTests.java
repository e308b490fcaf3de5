package dev.noroshi.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.plan.EditionClient;
import dev.noroshi.plan.RevisedPlan;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The roster's confirmation through the plan: asked for once in a period, a step in the queue, letters, a record. */
@NoroshiTest
class RosterRoundsIntegrationTests {

    private static final String MODEL = "roster-confirmation";
    private static final String REST = "/api/v1/roster/confirmations";
    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/V202611290112__roster_confirmation_by_the_plan.sql");
    private static final LocalDate BEFORE = LocalDate.of(2020, 1, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private RosterRounds rounds;

    @Autowired
    private Processes processes;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Mails mails;

    private CaseClient city;
    private long mark;

    @BeforeEach
    void nothingIsAskedYet() {
        city = new CaseClient(port);
        inOne(() -> {
            processes.hold(BusinessKey.ROSTER);
            running().forEach(key -> processes.stop(MODEL, key));
        });
        history.createHistoricProcessInstanceQuery().processDefinitionKey(MODEL).list().stream()
                .map(it -> it.getId())
                .forEach(history::deleteHistoricProcessInstance);
        jdbc.sql("delete from roster_confirmation").update();
        jdbc.sql("delete from task_role where task in (select id from task where incident = 'ROSTER')")
                .update();
        jdbc.sql("delete from task where incident = 'ROSTER'").update();
        jdbc.sql("delete from mail_out where letter_key like 'roster/%'").update();
        mark = jdbc.sql("select coalesce(max(id), 0) from journal_entry")
                .query(Long.class)
                .single();
    }

    /** Other tests compare the whole of plan and records. */
    @AfterEach
    void nothingIsLeftHalfDone() {
        nothingIsAskedYet();
    }

    @Test
    void theWindowTakesAndCompletesItAndItStaysOnRecord() {
        rounds.look();
        rounds.look();
        JsonNode task = waiting();
        await().atMost(Duration.ofSeconds(30)).until(() -> letters().size() == 1);
        assertThat(letters().get(0)).contains("体制表の四半期の確認", "/roster#confirmation");
        assertThat(task.get("name").asString()).isEqualTo("体制表の確認");
        assertThat(task.get("due").isNull()).isFalse();
        assertThat(task.get("due")).isEqualTo(record().get("dueAt"));
        assertThat(task.get("incident").isNull()).isTrue();
        assertThat(task.get("process").asString()).isEqualTo(MODEL);
        assertThat(tasks("staff")).isEmpty();
        assertThat(tasks("manager")).isEmpty();

        String path = "/api/v1/tasks/" + task.get("id").asString();
        assertThat(city.get("handler", path).body().get("about").asString()).contains("緊急連絡網");
        assertThat(city.post("handler", path + "/claim", Map.of()).status()).isEqualTo(200);
        assertThat(city.post("handler", path + "/release", Map.of()).status()).isEqualTo(200);
        assertThat(city.post("handler2", path + "/completion", Map.of()).status())
                .isEqualTo(403);
        assertThat(city.post("handler", path + "/completion", Map.of("note", "内線を直した"))
                        .status())
                .isEqualTo(200);

        assertThat(record().get("confirmedBy").asString()).isEqualTo("handler");
        assertThat(record().get("note").asString()).isEqualTo("内線を直した");
        assertThat(journal()).containsExactly("handler");
        ended("endEvent_confirmed");
        rounds.look();
        assertThat(tasks("lead")).as("once in a period").isEmpty();
        assertThat(running()).isEmpty();
        assertThat(new PageClient(port, "ciso").get("/roster").body())
                .contains("高橋　健太が確認しました", "内線を直した")
                .doesNotContain("体制表を確認した</button>");
    }

    @Test
    void onThePageItIsConfirmedTooAndTheStepIsTaken() {
        rounds.look();
        JsonNode task = waiting();
        PageClient chief = new PageClient(port, "chief");
        assertThat(IntStream.range(0, 100)
                        .mapToObj(
                                page -> chief.get("/tasks?tab=all&page=" + page).body())
                        .filter(queue -> queue.contains("体制表の確認"))
                        .findFirst())
                .as("in the queue, among the tasks of all cases")
                .hasValueSatisfying(queue -> assertThat(queue).contains("href=\"/roster\""));
        String step = chief.get("/tasks/" + task.get("id").asString()).body();
        assertThat(step).contains("体制表の確認", "気づいたこと・直したこと", "対策基準 7.3 ①（連絡先）");
        assertThat(chief.get("/tasks/" + task.get("id").asString() + "?lang=en").body())
                .contains("Confirm the roster", "Standards 7.3 ① (contacts)");
        String page = chief.get("/roster?lang=ja").body();

        assertThat(chief.post("/roster/confirmation", page, Map.of("note", "")).body())
                .contains("体制表の確認を記録しました。");

        assertThat(tasks("lead")).isEmpty();
        JsonNode done =
                city.get("chief", "/api/v1/tasks/" + task.get("id").asString()).body();
        assertThat(done.get("status").asString()).isEqualTo("done");
        assertThat(done.get("doneBy").asString()).isEqualTo("chief");
        ended("endEvent_confirmed");
        assertThat(city.post("staff", REST, Map.of()).status()).isEqualTo(403);
        assertThat(city.get("staff", REST).status()).isEqualTo(403);
    }

    @Test
    void pressedOnThePageAndInTheQueueAtOnceItCountsOnce() throws Exception {
        rounds.look();
        String path = "/api/v1/tasks/" + waiting().get("id").asString() + "/completion";
        List<Callable<Answer>> presses = new ArrayList<>();
        for (String account : List.of("handler", "lead", "chief")) {
            presses.add(() -> city.post(account, path, Map.of("note", account)));
            presses.add(() -> city.post(account, REST, Map.of("note", account)));
        }

        List<Integer> statuses = atOnce(presses);

        assertThat(statuses).allMatch(status -> status == 200 || status == 409).contains(200);
        assertThat(journal()).hasSize(1);
        ended("endEvent_confirmed");
        assertThat(record().get("confirmedBy").asString()).isEqualTo(journal().get(0));
        assertThat(jdbc.sql("select done_by from task where incident = 'ROSTER' and status = 'done'")
                        .query(String.class)
                        .list())
                .containsExactly(journal().get(0));
    }

    @Test
    void whatIsConfirmedBeforeThePlanAsksIsNotAskedFor() {
        assertThat(city.post("lead", REST, Map.of()).status()).isEqualTo(200);

        rounds.look();

        assertThat(running()).isEmpty();
        assertThat(tasks("lead")).isEmpty();
    }

    @Test
    void whatIsOverdueIsShownAndTheWindowIsToldAgain() {
        rounds.look();
        waiting();
        await().atMost(Duration.ofSeconds(30)).until(() -> timers().contains("event_again"));
        assertThat(timerAt("event_again").getDuedate().toInstant())
                .as("when it is due")
                .isEqualTo(Instant.parse(record().get("dueAt").asString()));
        jdbc.sql("update roster_confirmation set due_at = utc_timestamp(6) - interval 1 minute,"
                        + " reminded_at = utc_timestamp(6) - interval 2 minute")
                .update();

        String timer = timerAt("event_again").getId();
        management.setJobDuedate(timer, null);
        await().atMost(Duration.ofSeconds(30)).until(() -> letters().size() == 2);

        assertThat(letters()).anyMatch(it -> it.contains("期限超過"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> timers().contains("event_again")
                        && !timerAt("event_again").getId().equals(timer));
        assertThat(timerAt("event_again").getDuedate().toInstant())
                .as("a week later, as the table says")
                .isBetween(
                        Instant.now().plus(Duration.ofDays(7)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(7)));
        assertThat(new PageClient(port, "ciso").get("/roster").body()).contains("体制表の確認の期限を過ぎています");
    }

    @Test
    void aPeriodThatNobodyConfirmedEndsWithTheNext() {
        jdbc.sql("insert into roster_confirmation (begins_on, opened_at) values (?, '2020-01-01')")
                .param(BEFORE)
                .update();
        inOne(() -> processes.startOnceKnown(MODEL, BusinessKey.ofPeriod(BEFORE)));
        String missed = waiting().get("id").asString();

        rounds.look();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> tasks("lead").size() == 1
                        && !tasks("lead").get(0).get("id").asString().equals(missed));
        assertThat(city.get("lead", "/api/v1/tasks/" + missed)
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(running()).singleElement().isNotEqualTo(BusinessKey.ofPeriod(BEFORE));
        assertThat(ends(BusinessKey.ofPeriod(BEFORE))).containsExactly("endEvent_missed");
        assertThat(differences()).isEmpty();
    }

    /** Before the plan asked, a task of its own and its letters did. */
    @Test
    void whatWasAskedByTheFormerTaskKeepsItsTimeAndItsLetter() {
        rounds.look();
        LocalDate begins = LocalDate.parse(record().get("beginsOn").asString());
        nothingIsAskedYet();
        jdbc.sql("insert into roster_confirmation (begins_on, opened_at, due_at)"
                        + " values (?, '2020-10-01 00:00:00', '2020-10-15 08:15:00')")
                .param(begins)
                .update();
        inOne(() -> mails.queue(new Letter(
                "roster/" + begins + "/0",
                "",
                List.of(mails.windowAddress()),
                "roster-confirmation",
                Map.of("what", "前の知らせ", "when", "", "ask", "", "deadline", "", "link", ""),
                null,
                false)));

        rounds.look();

        assertThat(waiting().get("due").asString()).isEqualTo("2020-10-15T08:15:00Z");
        assertThat(record().get("dueAt").asString()).isEqualTo("2020-10-15T08:15:00Z");
        await().atMost(Duration.ofSeconds(30)).until(() -> timers().contains("event_again"));
        assertThat(letters()).singleElement().asString().contains("前の知らせ");
        String former = "roster-" + begins;
        jdbc.sql(
                        "insert into task (id, incident, business_key, process, element, name, edition, form, status, created_at)"
                                + " values (?, 'ROSTER', 'ROSTER', '', 'rosterConfirmation', '体制表の確認', '', 'confirmRoster',"
                                + " 'withdrawn', '2020-10-01')")
                .param(former)
                .update();
        jdbc.sql("insert into task_role (task, role) values (?, 'window')")
                .param(former)
                .update();
        PageClient window = new PageClient(port, "handler");
        assertThat(window.get("/tasks/" + former + "?lang=ja").body())
                .as("where the letter leads")
                .contains("取下げ", "href=\"/roster\"");
        assertThat(window.get("/tasks/" + former + "?lang=en").body()).contains("Confirm the roster");
    }

    /** What the version before had left open, and what its successor's migration makes of it. */
    @ParameterizedTest
    @CsvSource({"open,", "claimed, handler"})
    void theFormerTaskGivesWayToThePlansStep(String status, @Nullable String assignee) throws IOException {
        rounds.look();
        LocalDate begins = LocalDate.parse(record().get("beginsOn").asString());
        nothingIsAskedYet();
        jdbc.sql("insert into roster_confirmation (begins_on, opened_at, due_at)"
                        + " values (?, '2020-10-01 00:00:00', '2020-10-15 08:15:00')")
                .param(begins)
                .update();
        String former = "roster-" + begins;
        jdbc.sql("insert into task (id, incident, business_key, process, element, name, edition, form, status,"
                        + " assignee, due, created_at) values (?, 'ROSTER', 'ROSTER', '', 'rosterConfirmation',"
                        + " '体制表の確認', '', 'confirmRoster', ?, ?, '2020-10-15 08:15:00', '2020-10-01')")
                .params(Arrays.asList(former, status, assignee))
                .update();
        for (String role : List.of("window", "csirt-lead", "chief")) {
            jdbc.sql("insert into task_role (task, role) values (?, ?)")
                    .params(former, role)
                    .update();
        }

        for (String statement :
                Files.readString(MIGRATION).replaceAll("(?m)^--.*$", "").split(";")) {
            if (!statement.isBlank() && !statement.contains("ALTER TABLE")) { // its columns are there
                jdbc.sql(statement).update();
            }
        }
        rounds.look();

        assertThat(waiting().get("element").asString()).isEqualTo("userTask_confirmRoster");
        assertThat(waiting().get("due").asString()).isEqualTo("2020-10-15T08:15:00Z");
        assertThat(city.get("handler", "/api/v1/tasks/" + former)
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(complete("lead", waiting())).isEqualTo(200);
        ended("endEvent_confirmed");
        assertThat(differences()).isEmpty();
    }

    @Test
    void anOpenOneFinishesOnItsOwnEdition() {
        EditionClient editions = new EditionClient(port);
        int before = editions.running();
        rounds.look();
        JsonNode task = waiting();
        try {
            editions.approve(editions.draft(new RevisedPlan()
                    .replace(
                            MODEL + ".bpmn",
                            "name=\"体制表の確認\" camunda:asyncAfter=\"true\" camunda:candidateGroups=\"window,csirt-lead,chief\"",
                            "name=\"体制表の点検\" camunda:asyncAfter=\"true\" camunda:candidateGroups=\"ciso\"")));
            rounds.look();
            assertThat(waiting()).isEqualTo(task);
            assertThat(complete("ciso", task)).isEqualTo(403);
            assertThat(complete("lead", task)).isEqualTo(200);
            ended("endEvent_confirmed");

            nothingIsAskedYet();
            rounds.look();
            task = waiting();
            assertThat(task.get("name").asString()).isEqualTo("体制表の点検");
            assertThat(complete("lead", task)).isEqualTo(403);
            assertThat(complete("ciso", task)).as("whom the plan asks").isEqualTo(200);
            assertThat(journal()).containsExactly("ciso");
        } finally {
            editions.goBackTo(before);
        }
    }

    @Test
    void aPeriodThatNoModelRunsForIsToldToAdministrators() {
        assertThat(differences()).isEmpty();
        rounds.look();
        waiting();
        assertThat(differences()).isEmpty();

        inOne(() -> {
            processes.hold(BusinessKey.ROSTER);
            processes.stop(MODEL, running().get(0));
        });

        assertThat(differences())
                .containsExactly("not-running roster "
                        + BusinessKey.ofPeriod(
                                LocalDate.parse(record().get("beginsOn").asString())));
        assertThat(new PageClient(port, "admin").get("/plan/stuck?lang=ja").body())
                .contains("体制表の期", "この期の確認は依頼されていません", "roster-confirmation");
        assertThat(new PageClient(port, "admin").get("/plan/stuck?lang=en").body())
                .contains("Period of the roster", "Nobody is asked to confirm the roster in this period");
    }

    /** It is of no case: what operators do about it stands in the journal alone. */
    @Test
    void aLetterThatCannotBeWrittenIsTriedAgainByAnOperator() {
        jdbc.sql("create trigger roster_mail_refuses before insert on mail_out for each row"
                        + " begin if new.letter_key like 'roster/%' then signal sqlstate '45000'"
                        + " set message_text = 'out of order'; end if; end")
                .update();
        try {
            rounds.look();
            await().atMost(Duration.ofSeconds(60)).until(this::giveUp);
        } finally {
            jdbc.sql("drop trigger if exists roster_mail_refuses").update();
        }
        JsonNode stuck = city.get("admin", "/api/v1/plan/stuck")
                .body()
                .get("items")
                .valueStream()
                .filter(it -> it.get("process").asString().equals(MODEL))
                .findFirst()
                .orElseThrow();
        assertThat(stuck.get("element").asString()).isEqualTo("serviceTask_remind");
        assertThat(stuck.get("incident").asString()).isEmpty();
        String key = stuck.get("key").asString();
        assertThat(key).startsWith("ROSTER-");
        assertThat(new PageClient(port, "admin").get("/plan/stuck?lang=ja").body())
                .contains(key, "窓口へ知らせる", "データベースへの記録に失敗しました");

        assertThat(city.post("admin", "/api/v1/plan/stuck/" + stuck.get("id").asString() + "/retry", Map.of())
                        .status())
                .isEqualTo(204);

        await().atMost(Duration.ofSeconds(30)).until(() -> letters().size() == 1);
        assertThat(jdbc.sql("select subject from journal_entry where act = 'plan.step-retried' and id > ?")
                        .param(mark)
                        .query(String.class)
                        .list())
                .containsExactly(key);
    }

    /** What has failed is due again at once until nobody tries any more. */
    private boolean giveUp() {
        jdbc.sql("update ACT_RU_JOB set DUEDATE_ = '2026-01-01', LOCK_EXP_TIME_ = null, LOCK_OWNER_ = null"
                        + " where PROCESS_DEF_KEY_ = ? and RETRIES_ > 0 and EXCEPTION_MSG_ is not null")
                .param(MODEL)
                .update();
        return jdbc.sql("select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = ? and RETRIES_ = 0")
                        .param(MODEL)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private int complete(String account, JsonNode task) {
        return city.post(account, "/api/v1/tasks/" + task.get("id").asString() + "/completion", Map.of())
                .status();
    }

    private List<String> differences() {
        return city.post("lead", "/api/v1/plan/differences", Map.of())
                .body()
                .get("items")
                .valueStream()
                .map(it -> it.get("kind").asString() + " " + it.get("subject").asString() + " "
                        + it.get("key").asString())
                .filter(it -> it.contains("ROSTER"))
                .toList();
    }

    private List<Integer> atOnce(List<Callable<Answer>> presses) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(presses.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<Answer>> answers = presses.stream()
                    .map(press -> hands.submit(() -> {
                        go.await();
                        return press.call();
                    }))
                    .toList();
            go.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
            return statuses;
        } finally {
            hands.shutdownNow();
        }
    }

    private void inOne(Runnable act) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> act.run());
    }

    private void ended(String end) {
        await().atMost(Duration.ofSeconds(30)).until(() -> running().isEmpty());
        assertThat(ends(BusinessKey.ofPeriod(
                        LocalDate.parse(record().get("beginsOn").asString()))))
                .containsExactly(end);
    }

    private List<String> ends(String key) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(it ->
                        history.createHistoricActivityInstanceQuery().processInstanceId(it.getId()).list().stream())
                .map(it -> it.getActivityId())
                .filter(it -> it.startsWith("endEvent_"))
                .toList();
    }

    private List<String> running() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(MODEL).list().stream()
                .map(it -> it.getBusinessKey())
                .toList();
    }

    private List<String> timers() {
        return jobs().stream().map(this::elementOf).toList();
    }

    private Job timerAt(String element) {
        return jobs().stream()
                .filter(it -> elementOf(it).equals(element))
                .findFirst()
                .orElseThrow();
    }

    private List<Job> jobs() {
        return management.createJobQuery().processDefinitionKey(MODEL).timers().list();
    }

    private String elementOf(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private List<String> letters() {
        return jdbc.sql("select concat(subject, body) from mail_out where letter_key like 'roster/%'")
                .query(String.class)
                .list();
    }

    private List<String> journal() {
        return jdbc.sql("select account from journal_entry where act = 'roster.confirmed' and id > ?")
                .param(mark)
                .query(String.class)
                .list();
    }

    private JsonNode record() {
        return city.get("auditor", REST).body().get(0);
    }

    private JsonNode waiting() {
        await().atMost(Duration.ofSeconds(30)).until(() -> tasks("lead").size() == 1);
        return tasks("lead").get(0);
    }

    private List<JsonNode> tasks(String account) {
        return city.get(account, "/api/v1/tasks?size=200&incident=ROSTER")
                .body()
                .get("items")
                .valueStream()
                .filter(it ->
                        List.of("open", "claimed").contains(it.get("status").asString()))
                .toList();
    }
}
