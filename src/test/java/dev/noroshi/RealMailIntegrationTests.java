package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Mailbox.Mail;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * Against the mail servers of a real city: encrypted, with a private authority, restarted in the middle, and away for a
 * while. The regular look into the mailbox is off, so every reply that counts was told by IMAP IDLE.
 */
class RealMailIntegrationTests {

    private static final String HANDLER = "handler@city.example.jp";

    private final int port = NoroshiProcess.freePort();
    private final Map<String, String> database = TestDatabase.schema("noroshi_real_mail");

    @Test
    void eachLetterArrivesOnceAndEachReplyCountsOnce() throws Exception {
        try (RealMailServers servers = RealMailServers.start();
                NoroshiProcess application = start(servers).awaitReady()) {
            Repliers repliers = new Repliers(servers.mailbox(HANDLER));
            Reporters reporters = new Reporters(port, 2, 8);
            await("the first answer").atMost(Duration.ofMinutes(2)).until(() -> answered() > 0);
            servers.stopPostfix();
            await("letters that cannot leave").atMost(Duration.ofMinutes(1)).until(() -> tried() > 0);
            servers.startPostfix();
            servers.stopPostfix();
            servers.stopDovecot();
            servers.startDovecot();
            servers.startPostfix();

            List<String> cases = reporters.finish();
            settle();
            await("every second case answered")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> answered() == cases.size() / 2);
            Map<String, String> replies = repliers.finish();
            settle();

            assertThat(cases).hasSize(16);
            assertThat(replies).hasSize(8);
            everyLetterArrivedOnce(servers);
            nothingIsMarked(servers);
            assertThat(number("select count(*) from mail_in where state = 'answer'"))
                    .isGreaterThanOrEqualTo(replies.size());
            assertThat(number("select count(*) from mail_out where letter_key like '%/counted/%'"))
                    .isEqualTo(replies.size());
            assertThat(application.isAlive()).isTrue();
        }
    }

    private NoroshiProcess start(RealMailServers servers) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("server.port", String.valueOf(port));
        settings.put("noroshi.demo.enabled", "true");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(servers.smtpPort()));
        settings.put("noroshi.mail.tls", "required");
        // each letter and each reply is counted here, not lists of them
        settings.put("noroshi.mail.storm.cases", "0");
        settings.put("noroshi.mail.authority", servers.certificate().toString());
        settings.put("noroshi.mail.imap.enabled", "true");
        settings.put("noroshi.mail.imap.host", "127.0.0.1");
        settings.put("noroshi.mail.imap.port", String.valueOf(servers.imapPort()));
        settings.put("noroshi.mail.imap.password", "noroshi-demo");
        settings.put("noroshi.mail.imap.tls", "required");
        settings.put("noroshi.mail.imap.poll-delay", "P1D");
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return NoroshiProcess.demo(Map.of(), arguments);
    }

    private void settle() {
        await("rest")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> number("select count(*) from mail_out where state = 'queued'")
                                + number("select count(*) from mail_in where state = 'stored'")
                        == 0);
    }

    private long answered() {
        return number("select count(*) from escalation where state = 'acknowledged' and via = 'mail'");
    }

    private long tried() {
        return number("select count(*) from mail_out where state = 'queued' and attempts > 0");
    }

    /** What the server took without being able to say so before it went comes again, under the same Message-ID. */
    private void everyLetterArrivedOnce(RealMailServers servers) {
        Map<String, String> letters = new HashMap<>();
        query("select message_id, recipients from mail_out", letters);
        assertThat(letters).hasSizeGreaterThan(40);
        assertThat(number("select count(*) from mail_out where state <> 'sent'"))
                .isZero();
        await("the last letters in their boxes").atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Map<String, List<Mail>> boxes = new HashMap<>();
            int repeated = 0;
            for (Map.Entry<String, String> letter : letters.entrySet()) {
                long copies =
                        boxes
                                .computeIfAbsent(
                                        letter.getValue(),
                                        address -> servers.mailbox(address).read())
                                .stream()
                                .filter(mail -> mail.id().equals(letter.getKey()))
                                .count();
                assertThat(copies).as(letter.toString()).isBetween(1L, 2L);
                repeated += copies > 1 ? 1 : 0;
            }
            assertThat(repeated).isLessThanOrEqualTo(2);
        });
    }

    /** The window's mailbox is as if nobody had ever read it. */
    private static void nothingIsMarked(RealMailServers servers) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", servers.imapPort(), "csirt@city.example.jp", "noroshi-demo");
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                assertThat(folder.getMessageCount()).isPositive();
                assertThat(folder.getNewMessageCount()).isEqualTo(folder.getMessageCount());
                for (Message message : folder.getMessages()) {
                    assertThat(message.getFlags()).isEqualTo(new Flags(Flags.Flag.RECENT));
                }
            }
        }
    }

    private long number(String sql) {
        Map<String, String> rows = new HashMap<>();
        query(sql.replaceFirst("select ", "select 'n', "), rows);
        return Long.parseLong(rows.get("n"));
    }

    private void query(String sql, Map<String, String> rows) {
        try (Connection connection = DriverManager.getConnection(
                        database.get("spring.datasource.url"),
                        database.get("spring.datasource.username"),
                        database.get("spring.datasource.password"));
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
