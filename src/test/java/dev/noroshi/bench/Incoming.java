package dev.noroshi.bench;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.noroshi.NoroshiApplication;
import dev.noroshi.identity.ApiTokens;
import dev.noroshi.identity.RoleSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many mails a second are fetched over IMAP and understood: 10 000 come to the window's mailbox, in all shapes of the tests'
 * corpus, each with an identity of its own, answering letters of 100 cases. {@code ./mvnw -Pbench -Dbench=Incoming}.
 */
public final class Incoming {

    private static final int MAILS = Integer.getInteger("bench.mails", 10_000);
    private static final int CASES = 100;
    private static final int BATCH = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Path CORPUS = Path.of("src/test/resources/mail/corpus");
    private static final String TOKEN = "7K3M9QX2TB";
    private static final String MAILBOX = "csirt@city.example.jp";
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final String REPORT = """
            {"type": "malware", "discoveredAt": "%s", "description": "見慣れない画面が出た",
             "reporter": {"name": "職員", "section": "総務課", "phone": "2101"}}""".formatted(Instant.now().minusSeconds(3_600));

    private Incoming() {}

    public static void main(String[] args) {
        try {
            run();
            System.exit(0);
        } catch (IOException | MessagingException | UserException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run() throws IOException, MessagingException, UserException {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.getUserManager()
                .setMessageDeliveryHandler(
                        (message, address) -> server.getUserManager().getUserByEmail(MAILBOX));
        server.getUserManager().createUser(MAILBOX, MAILBOX, "sink");
        try (SmtpSink sink = new SmtpSink()) {
            ConfigurableApplicationContext application = SpringApplication.run(
                    NoroshiApplication.class,
                    "--server.port=0",
                    "--logging.level.root=WARN",
                    "--logging.level.com.icegreen=ERROR",
                    "--spring.main.banner-mode=off",
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + sink.port(),
                    "--noroshi.mail.imap.enabled=true",
                    "--noroshi.mail.imap.host=127.0.0.1",
                    "--noroshi.mail.imap.port=" + server.getImap().getPort(),
                    "--noroshi.mail.imap.user=" + MAILBOX,
                    "--noroshi.mail.imap.password=sink");
            JdbcClient database = application.getBean(JdbcClient.class);
            List<String> tokens = tokens(application, database);
            read(database, server, tokens, MAILS / 10, "warm-up");
            String start = heap();
            double seconds = read(database, server, tokens, MAILS, "round");
            System.out.printf("%d mails read in %.1f s: %.0f mails/s%n", MAILS, seconds, MAILS / seconds);
            System.out.printf("heap alive before and after, with the mail server's copies: %s, %s%n", start, heap());
            report(database);
        } finally {
            server.stop();
        }
    }

    private static double read(JdbcClient database, GreenMail server, List<String> tokens, int mails, String round)
            throws IOException, MessagingException {
        List<Path> corpus;
        try (Stream<Path> files = Files.list(CORPUS)) {
            corpus = files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
        GreenMailUser window = server.getUserManager().getUserByEmail(MAILBOX);
        long before = count(database, "true");
        long from = System.nanoTime();
        for (int i = 0; i < mails; i++) {
            byte[] raw = Files.readAllBytes(corpus.get(i % corpus.size()));
            window.deliver(message(raw, tokens.get(i % tokens.size()), round + i));
            if (i % BATCH == BATCH - 1 || i == mails - 1) {
                awaitRead(database, before + i + 1);
                empty(server);
            }
        }
        return (System.nanoTime() - from) / 1e9;
    }

    private static void awaitRead(JdbcClient database, long mails) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (count(database, "true") < mails || count(database, "state = 'stored'") > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not within " + PATIENCE);
            }
            Drive.rest(Duration.ofMillis(20));
        }
    }

    /** This mail server counts its whole mailbox for each mail that is fetched: it would be measured, not the reading. */
    private static void empty(GreenMail server) {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mail as another person would have sent it: with an identity of its own, and the token of another letter. */
    private static MimeMessage message(byte[] raw, String token, String identity) throws MessagingException {
        String text = new String(raw, StandardCharsets.ISO_8859_1)
                .replaceFirst("(?im)^Message-ID:[ \t]*<", "$0" + identity + ".")
                .replace(TOKEN, token);
        byte[] varied = ("X-Benchmark: " + identity + "\r\n" + text).getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(varied));
    }

    private static List<String> tokens(ConfigurableApplicationContext application, JdbcClient database) {
        FacadeCases begin = new FacadeCases(
                application,
                new People(application.getBean(ApiTokens.class), application.getBean(RoleSource.class)),
                REPORT);
        for (int i = 0; i < CASES; i++) {
            begin.begin();
        }
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < CASES) {
            Drive.rest(Duration.ofMillis(200));
            tokens = database.sql("select distinct token from mail_out where token is not null and state = 'sent'")
                    .query(String.class)
                    .list();
        }
        return tokens;
    }

    private static void report(JdbcClient database) {
        System.out.printf(
                "failures: %d (given up), %d (tried again)%n",
                count(database, "reason = 'failed'"), count(database, "attempts > 0"));
        database.sql("""
                        select concat(state, ' ', coalesce(answer, reason, '')) what, count(*) n from mail_in group by what
                        order by n desc
                        """)
                .query((row, n) -> "%6d %s".formatted(row.getLong("n"), row.getString("what")))
                .list()
                .forEach(System.out::println);
    }

    private static long count(JdbcClient database, String condition) {
        return database.sql("select count(*) from mail_in where " + condition)
                .query(Long.class)
                .single();
    }

    private static String heap() {
        MEMORY.gc();
        return (MEMORY.getHeapMemoryUsage().getUsed() >> 20) + " MiB";
    }
}
