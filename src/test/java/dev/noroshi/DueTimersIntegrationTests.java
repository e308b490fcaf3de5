package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.calendar.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The next person is called within five seconds after patience has ended, whether the node sleeps or works. */
@NoroshiTest
class DueTimersIntegrationTests {

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    /** Several times as long as an idle executor sleeps between two looks. */
    private static final Duration ASLEEP = Duration.ofSeconds(9);

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient people = new CaseClient(0);
    private String call = "";

    @BeforeEach
    void aCallThatNobodyAnswers() {
        people = new CaseClient(port);
        String number = people.report("mis-send", Map.of());
        people.waiting(number, "userTask_receive");
        call = number + "-C1";
        await("the first rung").atMost(Duration.ofSeconds(30)).until(() -> timer().isPresent());
    }

    @Test
    void onANodeThatSleeps() {
        Instant due = wholeSecondAfter(ASLEEP);
        management.setJobDuedate(timer().orElseThrow().getId(), Date.from(due));

        assertThat(Duration.between(due, nextCalledAt())).isPositive().isLessThan(AT_MOST);
    }

    @Test
    void onANodeThatWorks() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(3);
        for (int n = 0; n < 3; n++) {
            callers.execute(() -> {
                while (!over.get()) {
                    people.report("mis-send", Map.of());
                }
            });
        }
        try {
            Instant due = wholeSecondAfter(Duration.ofSeconds(4));
            management.setJobDuedate(timer().orElseThrow().getId(), Date.from(due));

            assertThat(Duration.between(due, nextCalledAt())).isPositive().isLessThan(AT_MOST);
        } finally {
            over.set(true);
            callers.shutdown();
            callers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** The engine keeps its times in whole seconds. */
    private static Instant wholeSecondAfter(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<Job> timer() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(call).list().stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .timers()
                        .processInstanceId(instance.getId())
                        .activityId("event_patienceEnds")
                        .list()
                        .stream())
                .findFirst();
    }

    private Instant nextCalledAt() {
        return await("the second rung")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> jdbc.sql("select called_at from escalation_rung where call_id = :call and rung = 2")
                                .param("call", call)
                                .query((row, n) -> Moments.read(row, "called_at"))
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
