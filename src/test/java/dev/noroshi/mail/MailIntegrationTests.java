package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class MailIntegrationTests {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private static final String WINDOW = "csirt@city.example.jp";

    private final Mails mails;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    MailIntegrationTests(Mails mails, JdbcClient jdbc, TransactionTemplate transaction) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        SERVER.start();
        SERVER.setUser(WINDOW, WINDOW, "secret");
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("noroshi.mail.imap.enabled", () -> true);
        properties.add("noroshi.mail.imap.port", () -> SERVER.getImap().getPort());
        properties.add("noroshi.mail.imap.password", () -> "secret");
        properties.add("noroshi.mail.imap.poll-delay", () -> "PT0.2S");
        properties.add("noroshi.mail.relay-delay", () -> "PT0.2S");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
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

        await().atMost(Duration.ofSeconds(10))
                .until(() -> inbox("crash@city.example.jp").size() == 2);
        assertThat(inbox("crash@city.example.jp").get(1).getMessageID()).isEqualTo(first);
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

        GreenMailUtil.sendTextEmail(
                WINDOW,
                "someone@city.example.jp",
                subject,
                "了解",
                SERVER.getSmtp().getServerSetup());

        await().atMost(Duration.ofSeconds(10))
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

        SERVER.getUserManager().getUserByEmail(WINDOW).deliver(GreenMailUtil.newMimeMessage("\r\nno header at all"));

        await().atMost(Duration.ofSeconds(10)).until(() -> kept() > before);
    }

    private long kept() {
        return jdbc.sql("select count(*) from mail_in where state = 'aside' and reason = 'no-sender'")
                .query(Long.class)
                .single();
    }

    private String state(String key) {
        return jdbc.sql("select state from mail_out where letter_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private static MimeMessage arrived(String address) {
        await().atMost(Duration.ofSeconds(10)).until(() -> !inbox(address).isEmpty());
        return inbox(address).get(0);
    }

    private static List<MimeMessage> inbox(String address) {
        return List.of(SERVER.getReceivedMessagesForDomain(address));
    }

    private static Letter letter(String key, String to, @Nullable String token, boolean drill) {
        Map<String, String> values =
                Map.of("what", "端末の感染のおそれ\r\nBcc: x@example.com", "where", "総務課", "level", "レベル3", "ask", "判断");
        return new Letter(key, "R8-0001", List.of(to), "call-decide", values, token, drill);
    }
}
