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
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Mail servers that break their word, and addresses that want to be more than one; the relay signs in with an account. */
@NoroshiTest
class HostileSmtpIntegrationTests extends RelayCase {

    private static final String OFFER = "250-stubborn\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN";

    private @Nullable String user;

    @Autowired
    HostileSmtpIntegrationTests(
            JdbcClient jdbc, PlatformTransactionManager transactions, MailSettings settings, Storm storm) {
        super(jdbc, transactions, settings, storm);
    }

    @Override
    void signIn(JavaMailSenderImpl sender) {
        sender.setUsername(user);
        sender.setPassword("secret");
    }

    @Test
    void aServerThatGoesAfterItHasTakenALetterGetsTheOthersNextTime() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("MAIL", "250 fine", StubbornSmtp.GO, "250 fine")) {
            String first = queued("x@city.example.jp");
            String second = queued("y@city.example.jp");
            String third = queued("z@city.example.jp");

            relay(server).sendAll();
            assertThat(row(first)).isEqualTo("sent 1");
            assertThat(row(second)).isEqualTo("queued 1");

            now = now.plusSeconds(3);
            relay(server).sendAll();
            assertThat(row(second)).isEqualTo("sent 2");
            assertThat(row(third)).isEqualTo("sent 1");
            assertThat(server.letters).hasSize(3);
        }
    }

    @Test
    void whoIsRefusedForNowGetsTheLetterLaterAndTheOthersNoSecondOne() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("RCPT", "250 fine", "450 4.2.1 busy", "250 fine")) {
            String letter = queued("there@city.example.jp,busy@city.example.jp");

            relay(server).sendAll();
            assertThat(row(letter)).isEqualTo("queued 1");
            now = now.plusSeconds(3);
            relay(server).sendAll();

            assertThat(row(letter)).isEqualTo("sent 2");
            assertThat(server.letters).hasSize(2);
            assertThat(server.letters.get(1))
                    .contains("To: busy@city.example.jp")
                    .doesNotContain("there@");
            assertThat(server.letters).allMatch(text -> text.contains("Message-ID: <" + letter + "@city.example.jp>"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 552 mailbox full",
        "RCPT, 421 too many",
        "DATA, 250 what",
        "DATA, 421 shutting down",
        "., 250-half an answer",
        "MAIL, 550 sender refused",
        "EHLO, 554 go away"
    })
    void whateverElseItSaysTheLetterIsKept(String command, String answer) throws IOException {
        try (StubbornSmtp server = new StubbornSmtp(command, answer, StubbornSmtp.GO)) {
            String letter = queued("x@city.example.jp");

            relay(server).sendAll();

            assertThat(row(letter)).isIn("queued 1", command.equals("EHLO") ? "sent 1" : "queued 1");
            assertThat(news).noneMatch(MailEvent.Undelivered.class::isInstance);
        }
    }

    @Test
    void anAnswerOfSeveralLinesIsKeptAsOne() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("RCPT", "550-5.1.1 no\r\n550 5.1.1 such <script>user")) {
            String letter = queued("gone@city.example.jp");

            relay(server).sendAll();

            assertThat(row(letter)).isEqualTo("failed 1");
            assertThat(jdbc.sql("select last_error from mail_out where letter_key = ?")
                            .param(letter)
                            .query(String.class)
                            .single())
                    .contains("such <script>user")
                    .doesNotContain("\n", "\r");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@city.example.jp\r\nRCPT TO:<y@example.com>",
                "x@city.example.jp\nBcc: y@example.com",
                "山田@city.example.jp",
                "x@city.example.jp (y@example.com)",
                "<x@city.example.jp> y@example.com",
                "csirt: x@city.example.jp;",
                "@example.com:x@city.example.jp",
                "\"x y\"@city.example.jp",
                "x@[127.0.0.1]",
                "-oQ/tmp@city.example.jp>"
            })
    void anAddressThatIsMoreThanOneIsSentNothing(String address) throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("X", "250 fine")) {
            String letter = queued(address);

            relay(server).sendAll();

            assertThat(row(letter)).isEqualTo("failed 1");
            assertThat(server.letters).isEmpty();
            assertThat(news).singleElement().isInstanceOf(MailEvent.Undelivered.class);
        }
    }

    @Test
    void anAccountThatIsRefusedLosesNothing() throws IOException {
        user = "noroshi";
        try (StubbornSmtp server = new StubbornSmtp("AUTH", "535 5.7.8 no") {
            @Override
            String other(String said) {
                return said.equals("EHLO") ? OFFER.replace("250-STARTTLS\r\n", "") : super.other(said);
            }
        }) {
            String letter = queued("x@city.example.jp");
            for (int round = 0; round < 12; round++) {
                relay(server).sendAll();
                now = now.plusSeconds(61);
            }

            assertThat(row(letter)).isEqualTo("queued 12");
            assertThat(server.letters).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUIRED", "OPTIONAL"})
    void aServerWhoseEncryptionFailsGetsNothingInTheClear(Tls.Wish wish) throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("STARTTLS", "454 TLS not available") {
            @Override
            String other(String said) {
                return said.equals("EHLO") ? OFFER : super.other(said);
            }
        }) {
            String letter = queued("x@city.example.jp");

            relay(server, wish).sendAll();

            assertThat(row(letter)).isEqualTo("queued 1");
            assertThat(server.letters).isEmpty();
        }
    }

    @Test
    void aSubjectOfMarksWithoutWidthIsCutLikeAnyOther() {
        String marks = "件" + "\u0301".repeat(1000);

        assertThat(PlainText.clip(marks, 80))
                .hasSizeLessThanOrEqualTo(80)
                .startsWith("件")
                .endsWith("…");
        assertThat(List.of(PlainText.clip("か\u3099き", 80))).containsExactly("か\u3099き");
    }
}
