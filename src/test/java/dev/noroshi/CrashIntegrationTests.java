package dev.noroshi;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Mailbox.Mail;
import dev.noroshi.demo.MailServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Kills the application again and again while people report, letters leave, calls climb and replies come in. The mail
 * server and the database live on in processes of their own.
 */
class CrashIntegrationTests {

    private static final int KILLS = 3;
    private static final int CALLERS = 4;
    private static final int PER_CALLER = 15;

    private final long seed = Long.getLong("noroshi.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final int port = NoroshiProcess.freePort();
    private final CaseClient people = new CaseClient(port);
    private final AtomicReference<NoroshiProcess> application = new AtomicReference<>();
    private final AtomicBoolean killAtNextLetter = new AtomicBoolean();
    private final Map<String, String> database = TestDatabase.schema("noroshi_crash");

    @Test
    void nothingIsLostAndNothingIsSentTwice() throws Exception {
        System.out.println("-Dnoroshi.crash.seed=" + seed);
        try (MailServer mail = MailServer.start(0, 0);
                SlowSmtp smtp = new SlowSmtp(mail.smtpPort(), this::beforeTheServerAnswers)) {
            application.set(start(smtp, mail));
            Reporters reporters = new Reporters(port, CALLERS, PER_CALLER);
            Repliers repliers = new Repliers(mail);
            for (int kill = 0; kill < KILLS; kill++) {
                killAtARandomMoment(kill % 2 == 0);
                application.set(start(smtp, mail));
            }
            List<String> cases = reporters.finish();
            settle();
            Map<String, String> replies = repliers.finish();
            settle();

            everyReportIsACase(cases);
            everyLetterArrivedAndNoneTwice(mail, cases);
            replies.forEach(this::countedOnce);
            theCasesGoOn(cases, replies.keySet());
            theTimeScaleLeavesLegalDeadlinesAlone();
            everyLinkLeadsToThePortInUse();
        } finally {
            Optional.ofNullable(application.get()).ifPresent(NoroshiProcess::close);
        }
    }

    private NoroshiProcess start(SlowSmtp smtp, MailServer mail) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("server.port", String.valueOf(port));
        settings.put("noroshi.demo.enabled", "true");
        settings.put("noroshi.demo.time-scale", "20");
        settings.put("noroshi.mail.storm.cases", "0");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(smtp.port()));
        settings.put("noroshi.mail.imap.enabled", "true");
        settings.put("noroshi.mail.imap.host", "127.0.0.1");
        settings.put("noroshi.mail.imap.port", String.valueOf(mail.imapPort()));
        settings.put("noroshi.mail.imap.password", "noroshi-demo");
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return NoroshiProcess.demo(Map.of(), arguments).awaitReady();
    }

    /** Either at any time, or when the mail server has taken a letter and the application does not know yet. */
    private void killAtARandomMoment(boolean letterInFlight) throws InterruptedException {
        Thread.sleep(2000 + random.nextInt(4000));
        if (letterInFlight) {
            killAtNextLetter.set(true);
            await("a letter in flight")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !application.get().isAlive());
        } else {
            application.get().kill();
        }
    }

    private void beforeTheServerAnswers() {
        if (killAtNextLetter.compareAndSet(true, false)) {
            application.get().kill();
        }
    }

    /** Nothing that is due waits any more: no letter, no reply, no job of the engine. */
    private void settle() {
        await("rest")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> number("select count(*) from mail_out where state = 'queued'")
                                + number("select count(*) from mail_in where state = 'stored'")
                                + number("select count(*) from ACT_RU_JOB where DUEDATE_ is null")
                        == 0);
    }

    private void everyReportIsACase(List<String> cases) {
        assertThat(cases).hasSize(CALLERS * PER_CALLER).doesNotHaveDuplicates();
        assertThat(people.get("chief", "/api/v1/incidents?size=1")
                        .body()
                        .get("total")
                        .asInt())
                .isEqualTo(cases.size());
        for (String number : cases) {
            assertThat(people.tasks(number, "userTask_receive", "open", "claimed", "done"))
                    .as(number)
                    .hasSize(1);
        }
        assertThat(number("select count(*) from ACT_RU_JOB where RETRIES_ = 0")).isZero();
    }

    private void everyLetterArrivedAndNoneTwice(MailServer server, List<String> cases) throws SQLException {
        Map<String, List<Mail>> boxes = new HashMap<>();
        int repeated = 0;
        for (Map.Entry<String, String> letter : lettersSent().entrySet()) {
            for (String address : letter.getValue().split(",")) {
                List<Mail> box =
                        boxes.computeIfAbsent(address, it -> mailbox(it, server).read());
                long copies = box.stream()
                        .filter(mail -> mail.id().equals(letter.getKey()))
                        .count();
                assertThat(copies).as(letter.getKey() + " to " + address).isPositive();
                repeated += copies > 1 ? 1 : 0;
            }
        }
        assertThat(repeated).as("a kill fell between acceptance and commit").isPositive();
        boxes.forEach((address, box) ->
                assertThat(sameLetterAnotherId(box)).as(address).isEmpty());
        for (String number : cases) {
            assertThat(firstReports(boxes.get("manager@city.example.jp"), number))
                    .as(number)
                    .hasSize(1);
            assertThat(firstReports(boxes.get("handler@city.example.jp"), number))
                    .as(number)
                    .hasSize(1);
        }
    }

    private static Set<String> firstReports(List<Mail> box, String number) {
        return box.stream()
                .filter(mail -> mail.subject().matches(".*第一報.*" + number + " .*"))
                .map(Mail::id)
                .collect(toSet());
    }

    /** Letters whose words are the same although they call themselves different. */
    private static List<String> sameLetterAnotherId(List<Mail> box) {
        Map<String, Long> ids =
                box.stream().distinct().collect(groupingBy(mail -> mail.subject() + mail.text(), counting()));
        return ids.entrySet().stream()
                .filter(words -> words.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void countedOnce(String number, String account) {
        assertThat(people.get("handler", "/api/v1/mails?direction=in&incident=" + number)
                        .body()
                        .get("total")
                        .asInt())
                .as(number)
                .isEqualTo(1);
        assertThat(people.get("chief", "/api/v1/escalations?state=acknowledged&incident=" + number)
                        .body()
                        .get("items")
                        .toString())
                .as(number)
                .containsOnlyOnce("\"answeredBy\":\"" + account + "\"");
        assertThat(number("select count(*) from mail_out where incident = '" + number
                        + "' and letter_key like '%/counted/%'"))
                .as(number)
                .isEqualTo(1);
    }

    private void theCasesGoOn(List<String> cases, Set<String> replied) {
        List<String> silent =
                cases.stream().filter(number -> !replied.contains(number)).toList();
        for (String number : silent.subList(0, 3)) {
            people.complete("handler", number, "userTask_receive", Map.of());
            people.complete("handler", number, "userTask_evaluate", Map.of("reason", "確かめた"));
            people.waiting(number, "userTask_preserveEvidence");
        }
    }

    /** Act on the Protection of Personal Information: three to five days from knowing, however fast the demo runs. */
    private void theTimeScaleLeavesLegalDeadlinesAlone() {
        String number = people.evaluated(
                "mis-send", Map.of("personalInformation", Map.of("included", "yes", "sensitive", "yes")));
        people.waiting(number, "userTask_confirmReports");

        LocalDate known = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        assertThat(people.get("chief", "/api/v1/reports?incident=" + number)
                        .body()
                        .toString())
                .containsAnyOf("\"dueOn\":\"" + known.plusDays(4), "\"dueOn\":\"" + known.plusDays(3));
    }

    private void everyLinkLeadsToThePortInUse() throws SQLException {
        String here = "http://localhost:" + port + "/";
        assertThat(number("select count(*) from mail_out where body like '%" + here + "%'"))
                .isPositive();
        assertThat(number("select count(*) from mail_out where replace(body, '" + here
                        + "', '') like '%http://localhost%'"))
                .isZero();
    }

    private static Mailbox mailbox(String address, MailServer server) {
        return new Mailbox(address, server.smtpPort(), server.imapPort());
    }

    private Map<String, String> lettersSent() throws SQLException {
        Map<String, String> letters = new HashMap<>();
        query("select message_id, recipients from mail_out where state = 'sent'", row -> {
            letters.put(row.getString(1), row.getString(2));
        });
        assertThat(letters).isNotEmpty();
        return letters;
    }

    private long number(String sql) {
        List<Long> numbers = new ArrayList<>();
        try {
            query(sql, row -> numbers.add(row.getLong(1)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return numbers.get(0);
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row each) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.get("spring.datasource.url"),
                        database.get("spring.datasource.username"),
                        database.get("spring.datasource.password"));
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                each.take(rows);
            }
        }
    }
}
