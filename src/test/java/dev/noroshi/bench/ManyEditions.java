package dev.noroshi.bench;

import dev.noroshi.NoroshiApplication;
import dev.noroshi.identity.ApiTokens;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.plan.check.PlanFiles;
import dev.noroshi.workflow.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Whether cases start as fast when many editions of the plan are deployed. {@code ./mvnw -Pbench -Dbench=ManyEditions}. */
public final class ManyEditions {

    private static final int EDITIONS = 50;
    private static final int CALLERS = 4;
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 12));
    private static final String REPORT = """
            {"type": "attempt", "discoveredAt": "%s", "description": "遮断済みの接続",
             "reporter": {"name": "職員", "section": "総務課", "phone": "2101"}}""".formatted(Instant.now().minusSeconds(3_600));

    private ManyEditions() {}

    public static void main(String[] args) {
        try {
            run();
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run() throws IOException {
        ConfigurableApplicationContext application = SpringApplication.run(
                NoroshiApplication.class,
                "--server.port=0",
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off");
        People people = new People(application.getBean(ApiTokens.class), application.getBean(RoleSource.class));
        FacadeCases cases = new FacadeCases(application, people, REPORT);
        Processes processes = application.getBean(Processes.class);
        SortedMap<String, byte[]> plan = PlanFiles.in(Path.of("bpmn")).contents();
        Drive.rate(CALLERS, ROUND, cases::begin);

        double one = Drive.rate(CALLERS, ROUND, cases::begin);
        while (processes.editions().size() < EDITIONS) {
            processes.deploy(plan, "benchmark");
        }
        Drive.rate(CALLERS, ROUND, cases::begin);
        double many = Drive.rate(CALLERS, ROUND, cases::begin);

        System.out.printf(
                "cases started per second: 1 edition %.1f, %d editions %.1f (%.2f)%n", one, EDITIONS, many, many / one);
    }
}
