package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.incident.FactsDocument;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.TimelineEntry;
import dev.noroshi.incident.TimelineOrder;
import dev.noroshi.intake.FirstReport;
import dev.noroshi.intake.FirstReports;
import dev.noroshi.intake.Submission;
import dev.noroshi.task.Task;
import dev.noroshi.task.TaskQuery;
import dev.noroshi.task.Tasks;
import dev.noroshi.web.PageRequest;
import dev.noroshi.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Many people at the same moment, on the same case and on others: nobody is refused for that, and nothing gets lost. */
@NoroshiTest
class ConcurrentWorkFlowTests {

    private static final int THREADS = 16;
    private static final PageRequest ALL = new PageRequest(0, PageRequest.LARGEST);
    private static final List<String> PEOPLE = List.of("handler", "handler2", "lead", "chief", "ciso");

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @Autowired
    private FirstReports reports;

    @Autowired
    private FactsDocument documents;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Tasks tasks;

    @Autowired
    private RoleSource roles;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void everyFirstReportIsAcceptedUnderANumberOfItsOwn() {
        List<String> numbers = together(copies(3 * THREADS, this::report));

        assertThat(new HashSet<>(numbers)).hasSize(3 * THREADS);
    }

    @Test
    void oneReportSentAtTheSameMomentIsOneCase() {
        Submission one = Submission.byRest("same-moment-" + Instant.now(), "{}");

        List<String> numbers = together(copies(THREADS, () -> report(one)));

        assertThat(new HashSet<>(numbers)).hasSize(1);
    }

    @Test
    void stepsNotesAndLevelsOfOneCaseDoNotHinderEachOther() {
        String number = report();
        long deadlocks = deadlocks();
        AtomicInteger notes = new AtomicInteger();
        List<Callable<String>> work = new ArrayList<>();
        work.addAll(copies(12, () -> as("lead", () -> incidents.proposeLevel(number, 4, "被害の拡大"))));
        work.addAll(copies(4, this::report));
        for (int i = 0; i < THREADS / 2; i++) {
            work.add(() -> lead(number));
        }
        work.addAll(copies(20, () -> as("handler", () -> incidents.note(number, "同時の記録 " + notes.incrementAndGet()))));

        together(work);

        assertThat(incidents.of(number).open()).isFalse();
        assertThat(incidents.of(number).level()).isEqualTo(4);
        List<TimelineEntry> timeline = Actors.as(
                Actor.system(),
                () -> incidents
                        .timeline(number, ALL, TimelineOrder.OLDEST_FIRST)
                        .items());
        assertThat(timeline).filteredOn(entry -> entry.kind().equals("note")).hasSize(20);
        assertThat(timeline)
                .filteredOn(entry -> entry.kind().equals("level-raised"))
                .hasSize(1);
        assertThat(deadlocks()).as("deadlocks").isEqualTo(deadlocks);
    }

    /** Completes whatever waits until the case is closed; that another is quicker is no failure. */
    private String lead(String number) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofMinutes(3));
        while (incidents.of(number).open()) {
            assertThat(Instant.now()).isBefore(until);
            List<Task> waiting = Actors.as(
                    actor("chief"),
                    () -> tasks.list(new TaskQuery(null, null, number, null, true), ALL)
                            .items());
            for (Task task : waiting) {
                PEOPLE.forEach(person -> as(person, () -> tasks.complete(task.id(), answers(task))));
            }
            Thread.sleep(20);
        }
        return number;
    }

    private Map<String, Object> answers(Task task) {
        Map<String, Object> answers = new HashMap<>();
        tasks.fields(task)
                .forEach(field ->
                        answers.put(field.name(), field.value() == null && field.required() ? "確認した" : field.value()));
        answers.values().removeIf(value -> value == null);
        return answers;
    }

    private String as(String person, Runnable act) {
        try {
            return Actors.as(actor(person), () -> {
                act.run();
                return "done";
            });
        } catch (Problem refused) {
            return refused.code();
        }
    }

    private String report() {
        return report(Submission.byRest(null, "{}"));
    }

    private String report(Submission submission) {
        Map<String, Object> facts = Map.of(
                "type",
                "suspicious-mail",
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "description",
                "不審なメールを開いた",
                "reporter",
                Map.of("name", "職員", "section", "総務課", "phone", "2101"));
        FirstReport report = new FirstReport(documents.parse(JsonMapper.shared().valueToTree(facts)), false, false);
        return Actors.as(
                actor("staff"), () -> reports.receive(report, submission).incident());
    }

    private Actor actor(String account) {
        return new Actor(account, account, roles.rolesOf(account), null);
    }

    private long deadlocks() {
        return database.sql("show global status like 'Innodb_deadlocks'")
                .query((row, n) -> row.getLong(2))
                .single();
    }

    private static <T> List<Callable<T>> copies(int count, Supplier<T> act) {
        List<Callable<T>> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            copies.add(act::get);
        }
        return copies;
    }

    private <T> List<T> together(List<Callable<T>> work) {
        try {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
