package dev.noroshi.bench;

import dev.noroshi.NoroshiApplication;
import dev.noroshi.identity.ApiTokens;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.incident.Incidents;
import dev.noroshi.workflow.ElementState;
import dev.noroshi.workflow.Whereabouts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * How fast the application is beside the bare engine: same JVM, same database, same connections, same models, same path.
 * Letters go to a server that takes them all and forgets them: the city's mail server is no part of the application.
 * {@code ./mvnw -Pbench} runs it; figures depend on the machine, ratios hardly.
 */
public final class Benchmark {

    private static final int[] CALLERS = {1, 8, 32};
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 12));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 8));
    static final String REPORT = """
            {"type": "intrusion", "discoveredAt": "%s", "description": "見覚えのない管理者アカウントがある",
             "segment": "lgwan", "reporter": {"name": "職員　髙﨑", "section": "総務課", "phone": "2101"}}""".formatted(Instant.now().minusSeconds(3_600));

    private final ConfigurableApplicationContext application;
    private final RestCases rest;
    private final FacadeCases facade;
    private final BareEngine bareEngine;
    private final BareCases bare;

    private Benchmark(ConfigurableApplicationContext application) {
        this.application = application;
        People people = new People(application.getBean(ApiTokens.class), application.getBean(RoleSource.class));
        int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        rest = new RestCases(
                port,
                new Look(application.getBean(ProcessEngine.class)),
                application.getBean(Incidents.class),
                people,
                REPORT);
        facade = new FacadeCases(application, people, REPORT);
        bareEngine = new BareEngine(
                application.getBean(DataSource.class), application.getBean(PlatformTransactionManager.class));
        String sample = Drive.whole(rest);
        List<String> path = elements(sample);
        bare = new BareCases(
                bareEngine,
                new BareCases.Script(
                        application.getBean(Incidents.class).of(sample).level(),
                        Collections.frequency(path, "userTask_draftReport"),
                        Collections.frequency(path, "serviceTask_remind")));
        List<String> barePath = work(bare.elements(Drive.whole(bare)));
        System.out.printf(
                "%nA case comes to %d tasks of people and of the plan",
                work(path).size());
        System.out.println(
                work(path).equals(barePath) ? ", the same on the bare engine." : "; on the bare engine to " + barePath);
    }

    /**
     * Without the waiting of calls: whether an answer comes before somebody waits for it is chance. So is whether a reminder
     * that is due at once comes before its report is drafted. Nor the bodies of multi-instances, of which the application does
     * not tell.
     */
    private static List<String> work(List<String> elements) {
        return elements.stream()
                .filter(element -> element.matches("(user|service)Task_(?!remind$)\\w+|callActivity_\\w+"))
                .toList();
    }

    public static void main(String[] args) {
        try {
            run();
            System.exit(0);
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run() throws IOException, InterruptedException {
        try (SmtpSink mail = new SmtpSink()) {
            run(mail.port());
        }
    }

    private static void run(int mail) throws IOException, InterruptedException {
        ConfigurableApplicationContext application = SpringApplication.run(
                NoroshiApplication.class,
                "--server.port=0",
                OfficeHours.FROM,
                OfficeHours.UNTIL,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail,
                "--noroshi.mail.imap.host=127.0.0.1",
                "--noroshi.mail.imap.port=1", // nobody there: no mail comes in
                "--logging.level.root=WARN",
                "--logging.level.org.flywaydb=ERROR",
                // the bare engine has no lock of a case: it lets go a person who meets one of its jobs, and says so
                "--logging.level.org.camunda.bpm.engine.context=OFF");
        OfficeHours.everyDay(application);
        JarStart jar = new JarStart(application.getEnvironment());
        try (HeapWatch heap = new HeapWatch()) {
            new Benchmark(application).measure();
            System.out.println(heap);
        }
        JarStart.removeDemoAccounts(application.getBean(JdbcClient.class));
        application.close();
        Optional<Path> built = JarStart.jar();
        if (built.isPresent()) {
            System.out.printf(
                    "jar on this schema: healthy after %.1f s%n",
                    jar.untilHealthy(built.get()).toMillis() / 1e3);
        }
    }

    private void measure() {
        for (Cases cases : List.of(facade, rest, bare)) {
            Drive.warmUp(WARM_UP, () -> Drive.whole(cases));
        }
        System.out.printf(
                "SQL statements per case: bare engine %d, façades %d, REST %d%n",
                statements(bare), statements(facade), statements(rest));
        List<String> table = new ArrayList<>();
        table.add("callers | first reports/s | whole cases/s: bare engine | façades (ratio) | REST (ratio)");
        for (int callers : CALLERS) {
            double engine = Drive.rate(callers, ROUND, () -> Drive.whole(bare));
            double inside = Drive.rate(callers, ROUND, () -> Drive.whole(facade));
            double outside = Drive.rate(callers, ROUND, () -> Drive.whole(rest));
            double reports = Drive.rate(callers, ROUND.dividedBy(3), rest::begin);
            settle();
            String row = "%7d | %15.1f | %26.2f | %7.2f (%.2f) | %.2f (%.2f)"
                    .formatted(callers, reports, engine, inside, inside / engine, outside, outside / engine);
            System.out.println(row);
            table.add(row);
        }
        System.out.println();
        table.forEach(System.out::println);
        System.out.println("The bare engine let a person's step go for a job " + bare.collisions() + " times.");
        bareEngine.close();
    }

    /** What the server counted while one case was led; what runs beside (mail, looking for jobs) counts too. */
    private long statements(Cases cases) {
        long before = questions();
        Drive.whole(cases);
        return questions() - before;
    }

    private long questions() {
        return application
                .getBean(JdbcClient.class)
                .sql("show global status like 'Questions'")
                .query((row, n) -> row.getLong(2))
                .single();
    }

    private List<String> elements(String incident) {
        return application.getBean(Whereabouts.class).of(incident).stream()
                .map(ElementState::element)
                .sorted()
                .toList();
    }

    /** Until the jobs that the first reports left are done. */
    private void settle() {
        ManagementService jobs = application.getBean(ManagementService.class);
        while (jobs.createJobQuery().duedateLowerThan(new Date()).count()
                        + jobs.createJobQuery().messages().count()
                > 0) {
            Drive.pause();
        }
    }
}
