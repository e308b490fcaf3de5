package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Mailbox.Mail;
import dev.noroshi.demo.MailServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Kills the application while many letters become one list: in the middle of writing it, before the mail server has got it,
 * and after the server has taken it while nobody knows yet.
 */
class StormCrashIntegrationTests implements SlowSmtp.Letters {

    private static final int CASES = 8;
    private static final List<String> CALLED = List.of("handler@city.example.jp", "handler2@city.example.jp");
    private static final Pattern ASKED = Pattern.compile("(?m)^\\d+\\. (R\\d+-\\d{4,})【");
    private static final Pattern SINGLE = Pattern.compile("(R\\d+-\\d{4,}).*\\[#[0-9A-Z]+]$");

    private enum Moment {
        NONE,
        COMES,
        ACCEPTED
    }

    private final int port = NoroshiProcess.freePort();
    private final CaseClient people = new CaseClient(port);
    private final Map<String, String> database = TestDatabase.schema("noroshi_storm_crash");
    private final AtomicReference<NoroshiProcess> application = new AtomicReference<>();
    private final AtomicReference<Moment> killAt = new AtomicReference<>(Moment.NONE);
    private final AtomicInteger kills = new AtomicInteger();

    @Test
    void noLetterOfAListIsLostAndNoneIsSentTwice() throws Exception {
        try (MailServer mail = MailServer.start(0, 0);
                SlowSmtp smtp = new SlowSmtp(mail.smtpPort(), this)) {
            application.set(start(smtp, mail));
            List<String> cases = new ArrayList<>(reports());
            killInTheMiddleOfAList();
            application.set(start(smtp, mail));
            for (Moment moment : List.of(Moment.COMES, Moment.ACCEPTED)) {
                cases.addAll(reports());
                killAt.set(moment);
                await(moment + " of a list")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> !application.get().isAlive());
                application.set(start(smtp, mail));
            }
            settle();

            assertThat(kills).hasValue(3);
            everyLetterHasLeft();
            for (String address : CALLED) {
                everyCallIsAskedOnce(new Mailbox(address, mail.smtpPort(), mail.imapPort()).read(), cases);
            }
            assertThat(CALLED.stream()
                            .map(address -> new Mailbox(address, mail.smtpPort(), mail.imapPort()).read())
                            .filter(StormCrashIntegrationTests::holdsALetterTwice))
                    .as("a kill fell between acceptance and commit")
                    .hasSize(1);
            patienceBeginsWithTheList();
        } finally {
            Optional.ofNullable(application.get()).ifPresent(NoroshiProcess::close);
        }
    }

    @Override
    public boolean comes(String id) {
        return killFor(Moment.COMES, id);
    }

    @Override
    public void accepted(String id) {
        killFor(Moment.ACCEPTED, id);
    }

    private boolean killFor(Moment moment, String id) {
        boolean list = killAt.get() == moment
                && number("select count(*) from mail_out where listing and message_id = '" + id + "'") == 1;
        if (list && killAt.compareAndSet(moment, Moment.NONE)) {
            kill();
            return true;
        }
        return false;
    }

    private void kill() {
        application.get().kill();
        kills.incrementAndGet();
    }

    private List<String> reports() {
        List<String> numbers = new ArrayList<>();
        for (int n = 0; n < CASES; n++) {
            numbers.add(people.report("malware", Map.of()));
        }
        return numbers;
    }

    /** Somebody else holds a call of the list, so that the list waits for it half written. */
    private void killInTheMiddleOfAList() throws SQLException {
        await("letters that wait for others")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number(GATHERED) >= 3);
        try (Connection other = connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select id from escalation where id = (select r.call_id from escalation_rung r"
                    + " join mail_out m on m.token = r.token where m.state = 'gathered'"
                    + " order by m.incident desc limit 1) for update");
            await("a list half written")
                    .atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() ->
                            number("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'"
                                            + " and trx_query like '%from escalation where id%for update%'")
                                    > 0);
            assertThat(number("select count(*) from mail_out where listing")).isZero();
            kill();
            other.rollback();
        }
    }

    private static final String GATHERED =
            "select count(*) from mail_out where state = 'gathered' and token is not null";

    private void settle() {
        await("rest")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> number("select count(*) from mail_out where state in ('queued', 'gathered')")
                                + number("select count(*) from ACT_RU_JOB where DUEDATE_ is null")
                        == 0);
    }

    private void everyLetterHasLeft() {
        assertThat(number("select count(*) from mail_out where state not in ('sent', 'listed')"))
                .isZero();
        assertThat(number("select count(*) from mail_out m left join mail_out l on l.id = m.list_id"
                        + " where m.state = 'listed' and (l.id is null or l.state <> 'sent')"))
                .isZero();
        assertThat(number("select count(*) from mail_out where state = 'listed'"))
                .isGreaterThan(CASES);
    }

    /** In a letter of its own or in a list, under one Message-ID. */
    private static void everyCallIsAskedOnce(List<Mail> box, List<String> cases) {
        List<String> asked = new ArrayList<>();
        for (Mail letter : box.stream().distinct().toList()) {
            if (letter.subject().contains("件の一覧")) {
                ASKED.matcher(letter.text()).results().forEach(line -> asked.add(line.group(1)));
            } else {
                SINGLE.matcher(letter.subject()).results().forEach(subject -> asked.add(subject.group(1)));
            }
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(cases);
    }

    private static boolean holdsALetterTwice(List<Mail> box) {
        return box.stream().anyMatch(letter -> Collections.frequency(box, letter) > 1);
    }

    /** With the newest list that holds the call: those called together have the same time. */
    private void patienceBeginsWithTheList() {
        assertThat(number("select count(*) from (select r.call_id, abs(timestampdiff(microsecond, r.called_at,"
                        + " max(l.queued_at))) late from escalation_rung r join mail_out m on m.token = r.token"
                        + " join mail_out l on l.id = m.list_id where m.state = 'listed'"
                        + " group by r.call_id, r.called_at) listed where late > 2000000"))
                .isZero();
    }

    private NoroshiProcess start(SlowSmtp smtp, MailServer mail) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("server.port", String.valueOf(port));
        settings.put("noroshi.demo.enabled", "true");
        settings.put("noroshi.mail.storm.cases", "3");
        settings.put("noroshi.mail.storm.moment", "PT6S");
        settings.put("noroshi.mail.storm.pause", "PT6S");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(smtp.port()));
        settings.put("noroshi.mail.imap.enabled", "true");
        settings.put("noroshi.mail.imap.host", "127.0.0.1");
        settings.put("noroshi.mail.imap.port", String.valueOf(mail.imapPort()));
        settings.put("noroshi.mail.imap.password", "noroshi-demo");
        return NoroshiProcess.demo(
                        Map.of(),
                        settings.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new))
                .awaitReady();
    }

    private long number(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                database.get("spring.datasource.url"),
                database.get("spring.datasource.username"),
                database.get("spring.datasource.password"));
    }
}
