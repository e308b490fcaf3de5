package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.NoroshiTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** The relay and mail servers that do not want; a time of its own keeps the application's relay away from the letters. */
@NoroshiTest
class RelayIntegrationTests {

    private static final Instant FAR = Instant.parse("2090-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final MailSettings settings;
    private final Storm storm;
    private final List<Object> news = new ArrayList<>();
    private Instant now = FAR;

    @Autowired
    RelayIntegrationTests(
            JdbcClient jdbc, PlatformTransactionManager transactions, MailSettings settings, Storm storm) {
        this.storm = storm;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
    }

    @BeforeEach
    void nobodyElsesLetterWaits() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select count(*) from mail_out where state = 'queued'")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @Test
    void aRefusedAddresseeIsADeadLetterAtOnceAndNews() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("RCPT", "550 5.1.1 user unknown")) {
            String letter = queued("gone@city.example.jp");

            relay(server).sendAll();

            assertThat(row(letter)).isEqualTo("failed 1");
            assertThat(news)
                    .containsExactly(new MailEvent.Undelivered(
                            null, "TKN" + letter, List.of("gone@city.example.jp"), "件名", "550 5.1.1 user unknown"));
        }
    }

    @Test
    void whoeverIsNotRefusedGetsTheLetterOnce() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("RCPT", "550 5.1.1 user unknown", "250 fine")) {
            String letter = queued("gone@city.example.jp,there@city.example.jp");

            relay(server).sendAll();
            relay(server).sendAll();

            assertThat(row(letter)).isEqualTo("sent 1");
            assertThat(server.letters).hasSize(1);
            assertThat(news)
                    .hasSize(2)
                    .contains(new MailEvent.Sent(null, List.of("there@city.example.jp"), "件名"))
                    .anyMatch(one -> one instanceof MailEvent.Undelivered lost
                            && lost.to().equals(List.of("gone@city.example.jp")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.0 greylisted",
        "MAIL, 451 try later",
        "MAIL, 530 authentication required",
        "., 452 no space",
        "., 554 not now",
        ".,",
        "DATA,"
    })
    void everythingElseIsTriedAgainUnderTheSameMessageId(String command, @Nullable String answer) throws IOException {
        String said = answer == null ? StubbornSmtp.GO : answer;
        try (StubbornSmtp server = new StubbornSmtp(command, said, said, command.equals("DATA") ? said : "250 fine")) {
            String letter = queued("x@city.example.jp");

            Relay relay = relay(server);
            relay.sendAll();
            relay.sendAll();
            assertThat(row(letter)).isEqualTo("queued 1");
            now = now.plusSeconds(3);
            relay.sendAll();

            assertThat(row(letter)).startsWith("queued");
            now = now.plusSeconds(5);
            relay.sendAll();
            if (!command.equals("DATA")) {
                assertThat(row(letter)).isIn("sent 3", "sent 2");
                assertThat(server.letters)
                        .isNotEmpty()
                        .allMatch(text -> text.contains("Message-ID: <" + letter + "@city.example.jp>"));
            }
        }
    }

    @Test
    void aServerThatRefusesTheLetterAndNotItsAddresseeIsAskedForMinutes() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp(".", "554 policy")) {
            String letter = queued("x@city.example.jp");

            for (int round = 0; round < 10; round++) {
                relay(server).sendAll();
                now = now.plusSeconds(61);
            }

            assertThat(row(letter)).isEqualTo("failed 10");
            assertThat(news).hasSize(1).allMatch(one -> one instanceof MailEvent.Undelivered);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUIRED", "DIRECT"})
    void withoutTheEncryptionThatTheCityAsksForNothingLeaves(Tls.Wish wish) throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("X", "250 fine")) {
            String letter = queued("x@city.example.jp");

            relay(server, wish).sendAll();

            assertThat(row(letter)).isEqualTo("queued 1");
            assertThat(server.letters).isEmpty();
        }
    }

    private Relay relay(StubbornSmtp server) {
        return relay(server, Tls.Wish.OPTIONAL);
    }

    private Relay relay(StubbornSmtp server, Tls.Wish wish) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        sender.getJavaMailProperties().setProperty("mail.smtp.sendpartial", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        Tls.apply(sender.getJavaMailProperties(), "smtp", wish, null);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        Smtp smtp = new Smtp(beans.getBeanProvider(JavaMailSenderImpl.class), settings, clock());
        return new Relay(outbox(), smtp, storm, transactions, news::add);
    }

    private Outbox outbox() {
        return new Outbox(jdbc, clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @AfterEach
    void nothingStaysBehind() {
        jdbc.sql("delete from mail_out where queued_at > '2089-01-01'").update();
    }

    private String queued(String to) {
        String key = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        outbox().add(
                        key,
                        new Outbox.Queued(
                                0,
                                null,
                                List.of(to.split(",")),
                                "件名",
                                "本文\n",
                                "<" + key + "@city.example.jp>",
                                "TKN" + key,
                                false,
                                false,
                                0),
                        false);
        return key;
    }

    private String row(String key) {
        return jdbc.sql("select concat(state, ' ', attempts) from mail_out where letter_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }
}
