package dev.noroshi.bench;

import dev.noroshi.NoroshiApplication;
import dev.noroshi.identity.ApiTokens;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many letters a second leave for a mail server on the same machine that takes them all: 10 000 queued at once, of
 * 50 cases, each noted in its case's timeline. {@code ./mvnw -Pbench -Dbench=Outgoing}.
 */
public final class Outgoing {

    private static final int LETTERS = Integer.getInteger("bench.letters", 10_000);
    private static final int CASES = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final String REPORT = """
            {"type": "attempt", "discoveredAt": "%s", "description": "遮断済みの接続",
             "reporter": {"name": "職員", "section": "総務課", "phone": "2101"}}""".formatted(Instant.now().minusSeconds(3_600));

    private Outgoing() {}

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
        try (SmtpSink sink = new SmtpSink()) {
            ConfigurableApplicationContext application = SpringApplication.run(
                    NoroshiApplication.class,
                    "--server.port=0",
                    "--logging.level.root=WARN",
                    "--spring.main.banner-mode=off",
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + sink.port(),
                    "--noroshi.mail.imap.host=127.0.0.1",
                    "--noroshi.mail.imap.port=1");
            List<String> cases = cases(application);
            waitUntil(() -> waiting(application) == 0);
            int before = sink.letters();
            send(application, cases, "warm-up", LETTERS / 10);
            waitUntil(() -> waiting(application) == 0);

            String start = heap();
            send(application, cases, "round", LETTERS);
            long from = System.nanoTime();
            waitUntil(() -> waiting(application) <= LETTERS / 2);
            long pause = System.nanoTime();
            String middle = heap();
            pause = System.nanoTime() - pause;
            waitUntil(() -> waiting(application) == 0);
            double seconds = (System.nanoTime() - from - pause) / 1e9;

            System.out.printf("%d letters left in %.1f s: %.0f letters/s%n", LETTERS, seconds, LETTERS / seconds);
            System.out.printf("heap alive at start, middle, end: %s, %s, %s%n", start, middle, heap());
            System.out.printf(
                    "taken %d of %d, more than once %d, over %d connections%n",
                    sink.letters() - before, LETTERS + LETTERS / 10, sink.repeated(), sink.connections());
        }
    }

    private static List<String> cases(ConfigurableApplicationContext application) {
        FacadeCases begin = new FacadeCases(
                application,
                new People(application.getBean(ApiTokens.class), application.getBean(RoleSource.class)),
                REPORT);
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(begin.begin());
        }
        return cases;
    }

    /** All in one transaction, so that the relay finds the whole queue at once. */
    private static void send(
            ConfigurableApplicationContext application, List<String> cases, String round, int letters) {
        Mails mails = application.getBean(Mails.class);
        String key = round + "/" + Instant.now() + "/";
        application.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (int i = 0; i < letters; i++) {
                mails.queue(new Letter(
                        key + i,
                        cases.get(i % cases.size()),
                        List.of("person" + i % 500 + "@city.example.jp"),
                        "task-waiting",
                        Map.of(
                                "task", "評価",
                                "role", "CSIRT担当",
                                "what", "不正アクセスの疑い",
                                "where", "総務課",
                                "when", "令和8年11月24日（火）9時30分",
                                "deadline", "令和8年11月24日（火）10時30分",
                                "level", "レベル1"),
                        null,
                        false));
            }
        });
    }

    private static long waiting(ConfigurableApplicationContext application) {
        return application
                .getBean(JdbcClient.class)
                .sql("select count(*) from mail_out where state = 'queued'")
                .query(Long.class)
                .single();
    }

    private interface Condition {
        boolean holds();
    }

    private static void waitUntil(Condition condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not within " + PATIENCE);
            }
            Drive.rest(Duration.ofMillis(100));
        }
    }

    private static String heap() {
        MEMORY.gc();
        return (MEMORY.getHeapMemoryUsage().getUsed() >> 20) + " MiB";
    }
}
