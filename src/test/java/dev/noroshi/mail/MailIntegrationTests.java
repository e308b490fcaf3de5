package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.NoroshiTest;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

@NoroshiTest
class MailIntegrationTests {

    private static final String WINDOW = "csirt@city.example.jp";

    private final Mails mails;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JavaMailSender sender;
    private final int imapPort;

    @Autowired
    MailIntegrationTests(
            Mails mails,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JavaMailSender sender,
            @Value("${noroshi.mail.imap.port}") int imapPort) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sender = sender;
        this.imapPort = imapPort;
    }

    @Test
    void aLetterIsSentOnceHoweverOftenItIsQueued() throws Exception {
        String key = UUID.randomUUID().toString();

        mails.queue(letter(key, "once@city.example.jp", "7K3M9QX2TB", true));
        mails.queue(letter(key, "once@city.example.jp", "7K3M9QX2TB", true));

        MimeMessage sent = arrived("once@city.example.jp");
        assertThat(sent.getSubject()).startsWith("【訓練】【CSIRT").endsWith("[#7K3M9QX2TB]");
        assertThat(PlainText.width(sent.getSubject())).isLessThanOrEqualTo(80);
        assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(sent.getReplyTo()).containsExactly(new InternetAddress(WINDOW));
        assertThat(sent.getContentType()).containsIgnoringCase("text/plain; charset=UTF-8");
        assertThat(state(key)).isEqualTo("sent");
        assertThat(inbox("once@city.example.jp")).hasSize(1);
    }

    @Test
    void aLetterOfARolledBackTransactionNeverLeaves() {
        String key = UUID.randomUUID().toString();

        transaction.executeWithoutResult(status -> {
            mails.queue(letter(key, "never@city.example.jp", null, false));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from mail_out where letter_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRepetitionAfterACrashHasTheSameMessageId() throws Exception {
        String key = UUID.randomUUID().toString();
        mails.queue(letter(key, "crash@city.example.jp", null, false));
        String first = arrived("crash@city.example.jp").getMessageID();

        jdbc.sql("update mail_out set state = 'queued' where letter_key = ?")
                .param(key)
                .update();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> inbox("crash@city.example.jp").size() == 2);
        assertThat(inbox("crash@city.example.jp").get(1).getMessageID()).isEqualTo(first);
    }

    @Test
    void anAlarmLeavesBeforeOrdinaryLettersThatWaitLonger() {
        String queue = UUID.randomUUID().toString();
        List<String> alarms = List.of("first-report-manager", "first-report-window", "call-decide", "answer-counted");

        transaction.executeWithoutResult(status -> {
            IntStream.range(0, 60).forEach(n -> mails.queue(letter(queue + "/" + n, "task-waiting")));
            alarms.forEach(template -> mails.queue(letter(queue + "/" + template, template)));
        });

        await().atMost(Duration.ofSeconds(30)).until(() -> order(queue).size() == 60 + alarms.size());
        assertThat(order(queue).subList(0, alarms.size()))
                .containsExactlyElementsOf(
                        alarms.stream().map(template -> queue + "/" + template).toList());
    }

    @Test
    void aDrillsLetterStaysInTheCity() {
        String key = UUID.randomUUID().toString();

        mails.queue(letter(key, "x@elsewhere.example.com", null, true));

        assertThat(state(key)).isEqualTo("withheld");
    }

    @Test
    void aMailWithoutTokenIsKeptForTheWindow() {
        String subject = UUID.randomUUID().toString();

        sender.send(message -> {
            message.setFrom("someone@city.example.jp");
            message.setRecipients(Message.RecipientType.TO, WINDOW);
            message.setSubject(subject);
            message.setText("了解");
        });

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(jdbc.sql("select concat(state, ' ', reason) from mail_in where subject = ?")
                                        .param(subject)
                                        .query(String.class)
                                        .optional())
                                .contains("aside no-token"));
    }

    @Test
    void aMailThatNobodyCanReadIsKept() {
        long before = kept();

        sender.send(message -> {
            message.setRecipients(Message.RecipientType.TO, WINDOW);
            message.setText("no sender, no subject");
        });

        await().atMost(Duration.ofSeconds(20)).until(() -> kept() > before);
    }

    private long kept() {
        return jdbc.sql("select count(*) from mail_in where state = 'aside' and reason = 'no-sender'")
                .query(Long.class)
                .single();
    }

    /** The keys of the letters that left, in their order. */
    private List<String> order(String queue) {
        return jdbc.sql(
                        "select letter_key from mail_out where letter_key like ? and state = 'sent' order by sent_at, id")
                .param(queue + "/%")
                .query(String.class)
                .list();
    }

    private static Letter letter(String key, String template) {
        return new Letter(key, "", List.of("order@city.example.jp"), template, Map.of("what", "端末"), null, false);
    }

    private String state(String key) {
        return jdbc.sql("select state from mail_out where letter_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private MimeMessage arrived(String address) throws Exception {
        await().atMost(Duration.ofSeconds(20)).until(() -> !inbox(address).isEmpty());
        return inbox(address).get(0);
    }

    /** What lies in a mailbox of the city's mail server. */
    private List<MimeMessage> inbox(String address) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, "noroshi-demo");
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                List<MimeMessage> messages = new ArrayList<>();
                for (Message message : folder.getMessages()) {
                    messages.add(new MimeMessage((MimeMessage) message));
                }
                return messages;
            }
        } catch (AuthenticationFailedException e) {
            return List.of(); // GreenMail makes a mailbox when the first letter arrives
        }
    }

    private static Letter letter(String key, String to, @Nullable String token, boolean drill) {
        Map<String, String> values =
                Map.of("what", "端末の感染のおそれ\r\nBcc: x@example.com", "where", "総務課", "level", "レベル3", "ask", "判断");
        return new Letter(key, "R8-0001", List.of(to), "call-decide", values, token, drill);
    }
}
