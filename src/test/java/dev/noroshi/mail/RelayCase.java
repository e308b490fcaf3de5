package dev.noroshi.mail;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** A relay with a stubborn server and a clock of its own. */
abstract class RelayCase {

    static final Instant FAR = Instant.parse("2090-01-01T00:00:00Z");

    final JdbcClient jdbc;
    final PlatformTransactionManager transactions;
    final MailSettings settings;
    final Storm storm;
    final List<Object> news = new ArrayList<>();
    Instant now = FAR;

    RelayCase(JdbcClient jdbc, PlatformTransactionManager transactions, MailSettings settings, Storm storm) {
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

    Relay relay(StubbornSmtp server) {
        return relay(server, Tls.Wish.OPTIONAL);
    }

    Relay relay(StubbornSmtp server, Tls.Wish wish) {
        return relay(server, wish, news::add);
    }

    Relay relay(StubbornSmtp server, Tls.Wish wish, ApplicationEventPublisher publisher) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        sender.getJavaMailProperties().setProperty("mail.smtp.sendpartial", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "3000");
        Tls.apply(sender.getJavaMailProperties(), "smtp", wish, null);
        signIn(sender);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        Smtp smtp = new Smtp(beans.getBeanProvider(JavaMailSenderImpl.class), settings, clock());
        return new Relay(outbox(), smtp, storm(), transactions, publisher);
    }

    /** The application's, in which there is no storm. */
    Storm storm() {
        return storm;
    }

    /** Without an account. */
    void signIn(JavaMailSenderImpl sender) {}

    Outbox outbox() {
        return new Outbox(jdbc, clock());
    }

    Clock clock() {
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

    String queued(String to) {
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

    String row(String key) {
        return jdbc.sql("select concat(state, ' ', attempts) from mail_out where letter_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }
}
