package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The relay and mail servers that do not want; a time of its own keeps the application's relay away from the letters. */
@NoroshiTest
class RelayIntegrationTests extends RelayCase {

    @Autowired
    RelayIntegrationTests(
            JdbcClient jdbc, PlatformTransactionManager transactions, MailSettings settings, Storm storm) {
        super(jdbc, transactions, settings, storm);
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
}
