package dev.noroshi.bench;

import dev.noroshi.NoroshiApplication;
import dev.noroshi.identity.ApiTokens;
import dev.noroshi.identity.RoleSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes from the end of patience to the letter that the mail server has accepted, while thousands of calls run:
 * {@code -Dbench=DueCalls}, {@code -Dbench.calls=5000}. Some come due one after the other, some at the same moment.
 */
public final class DueCalls {

    private static final int CALLS = Integer.getInteger("bench.calls", 5_000);
    private static final int DUE = Integer.getInteger("bench.due", 500);
    private static final int AT_ONCE = Integer.getInteger("bench.at-once", 200);
    private static final long APART = Long.getLong("bench.apart-millis", 100);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String REPORT = """
            {"type": "attempt", "discoveredAt": "%s", "description": "遮断済みの接続",
             "reporter": {"name": "職員", "section": "総務課", "phone": "2101"}}""".formatted(Instant.now().minusSeconds(3_600));

    private final JdbcClient database;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final SmtpSink sink;

    private DueCalls(ConfigurableApplicationContext application, SmtpSink sink) {
        this.database = application.getBean(JdbcClient.class);
        this.management = application.getBean(ManagementService.class);
        this.runtime = application.getBean(RuntimeService.class);
        this.sink = sink;
    }

    public static void main(String[] args) {
        try (SmtpSink sink = new SmtpSink()) {
            run(sink);
            System.exit(0);
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(SmtpSink sink) throws InterruptedException {
        ConfigurableApplicationContext application = SpringApplication.run(
                NoroshiApplication.class,
                "--server.port=0",
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off",
                "--noroshi.mail.storm.cases=0",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--noroshi.mail.imap.host=127.0.0.1",
                "--noroshi.mail.imap.port=1");
        begin(application);
        DueCalls calls = new DueCalls(application, sink);
        calls.settle();
        System.out.printf("%d calls run%n", calls.waiting().size());
        List<Job> waiting = calls.waiting();
        calls.measure("one after the other", waiting.subList(0, DUE), APART);
        calls.settle();
        calls.measure("at the same moment", waiting.subList(DUE, DUE + AT_ONCE), 0);
    }

    private static void begin(ConfigurableApplicationContext application) throws InterruptedException {
        FacadeCases cases = new FacadeCases(
                application,
                new People(application.getBean(ApiTokens.class), application.getBean(RoleSource.class)),
                REPORT);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        for (int n = 0; n < CALLS; n++) {
            callers.execute(cases::begin);
        }
        callers.shutdown();
        callers.awaitTermination(PATIENCE.toMinutes(), TimeUnit.MINUTES);
    }

    /** Until every call waits for its answer and every letter has left. */
    private void settle() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (management.createJobQuery().messages().withRetriesLeft().count() > 0 || queued() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not settled within " + PATIENCE);
            }
            Drive.rest(Duration.ofMillis(500));
        }
    }

    private long queued() {
        return database.sql("select count(*) from mail_out where state = 'queued'")
                .query(Long.class)
                .single();
    }

    private List<Job> waiting() {
        return management
                .createJobQuery()
                .timers()
                .activityId("event_patienceEnds")
                .list();
    }

    private void measure(String how, List<Job> timers, long apart) {
        Instant first = Instant.now().plusSeconds(10);
        Map<String, Instant> due = new HashMap<>();
        for (Job timer : timers) {
            Instant moment = first.plusMillis(apart * due.size());
            String call = runtime.createProcessInstanceQuery()
                    .processInstanceId(timer.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey();
            management.setJobDuedate(timer.getId(), Date.from(moment));
            due.put(call, moment);
        }
        List<Long> millis = new ArrayList<>();
        due.forEach((call, moment) ->
                millis.add(Duration.between(moment, accepted(call)).toMillis()));
        millis.sort(null);
        System.out.printf(
                "%d timers due %s: letter accepted after %d ms in the median, %d ms at the 99th percentile, %d ms at most%n",
                millis.size(),
                how,
                millis.get(millis.size() / 2),
                millis.get((int) Math.ceil(millis.size() * 0.99) - 1),
                millis.get(millis.size() - 1));
    }

    /** When the sink had taken the letter to the second rung. */
    private Instant accepted(String call) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Instant taken = database
                    .sql("select message_id from mail_out where letter_key like :key")
                    .param("key", call + "/2/%")
                    .query(String.class)
                    .list()
                    .stream()
                    .flatMap(id -> sink.takenAt(id).stream())
                    .min(Instant::compareTo)
                    .orElse(null);
            if (taken != null) {
                return taken;
            }
            Drive.rest(Duration.ofMillis(200));
        }
        throw new IllegalStateException("no letter of " + call);
    }
}
