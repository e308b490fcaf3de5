package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.NoroshiTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Servers that fall silent, addresses that are none, and whatever else goes wrong with one letter, stop no other. */
@NoroshiTest
class RelayTroubleIntegrationTests extends RelayCase {

    @Autowired
    RelayTroubleIntegrationTests(
            JdbcClient jdbc, PlatformTransactionManager transactions, MailSettings settings, Storm storm) {
        super(jdbc, transactions, settings, storm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "EHLO", "MAIL", "DATA", "."})
    void aServerThatSaysNothingHoldsUpNobody(String command) throws Exception {
        String held = queued("x@city.example.jp");
        try (StubbornSmtp silent = new StubbornSmtp(command, StubbornSmtp.SILENCE);
                StubbornSmtp well = new StubbornSmtp("X", "250 fine")) {
            CompletableFuture<Void> node = CompletableFuture.runAsync(relay(silent)::sendAll);
            boolean inHand = !command.equals("HELLO") && !command.equals("EHLO");
            if (inHand) {
                await().until(silent::isSilent);
            }
            String other = queued("y@city.example.jp");
            if (inHand) {
                relay(well).sendAll();
                assertThat(node).isNotDone();
                assertThat(row(other)).isEqualTo("sent 1");
                assertThat(row(held)).isEqualTo("queued 0");
            }
            node.get(15, TimeUnit.SECONDS);
            assertThat(row(held)).isEqualTo("queued 1");

            now = now.plusSeconds(3);
            relay(well).sendAll();
            assertThat(row(held)).isEqualTo("sent 2");
            assertThat(row(other)).isEqualTo("sent 1");
            assertThat(well.letters)
                    .filteredOn(text -> text.contains("Message-ID: <" + held + "@city.example.jp>"))
                    .hasSize(1);
        }
    }

    @Test
    void anAddressThatNothingCanBeSentToIsADeadLetterAndStopsNoOther() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("X", "250 fine")) {
            String bad = queued("\"a b\"@city.example.jp");
            String mixed = queued("csirt: a@city.example.jp;,there@city.example.jp");
            String good = queued("x@city.example.jp");

            relay(server).sendAll();

            assertThat(row(bad)).isEqualTo("failed 1");
            assertThat(row(mixed)).isEqualTo("sent 1");
            assertThat(row(good)).isEqualTo("sent 1");
            assertThat(server.letters).hasSize(2);
            assertThat(news)
                    .filteredOn(MailEvent.Undelivered.class::isInstance)
                    .extracting(one -> ((MailEvent.Undelivered) one).to())
                    .containsExactly(List.of("\"a b\"@city.example.jp"), List.of("csirt: a@city.example.jp;"));
        }
    }

    @Test
    void aLetterThatSomethingGoesWrongWithStopsNoOther() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("X", "250 fine")) {
            String bad = queued("bad@city.example.jp");
            String good = queued("x@city.example.jp");
            Relay relay = relay(server, Tls.Wish.OPTIONAL, event -> {
                if (((MailEvent.Sent) event).to().contains("bad@city.example.jp")) {
                    throw new IllegalStateException("heard badly");
                }
            });

            relay.sendAll();
            assertThat(row(bad)).isEqualTo("queued 1");
            assertThat(row(good)).isEqualTo("sent 1");

            for (int round = 0; round < 10; round++) {
                now = now.plusSeconds(61);
                relay.sendAll();
            }
            assertThat(row(bad)).isEqualTo("failed 10");
        }
    }

    @Test
    void everyLetterSaysThatAMachineWroteItAndBelongsToItsCase() throws IOException {
        try (StubbornSmtp server = new StubbornSmtp("X", "250 fine")) {
            outbox().add(
                            "headers-" + now,
                            new Outbox.Queued(
                                    0,
                                    "R8-0001",
                                    List.of("x@city.example.jp"),
                                    "件名\r\nBcc: y@example.com",
                                    "本文\n",
                                    "<headers@city.example.jp>",
                                    "TKNHEADERS",
                                    false,
                                    false,
                                    0),
                            false);

            relay(server).sendAll();

            String headers = server.letters.get(0).split("\n\n", 2)[0];
            assertThat(headers.lines())
                    .contains(
                            "Auto-Submitted: auto-generated",
                            "X-Auto-Response-Suppress: RN, NRN, OOF, AutoReply",
                            "References: <case.R8-0001@city.example.jp>",
                            "Reply-To: csirt@city.example.jp",
                            "Message-ID: <headers@city.example.jp>",
                            "To: x@city.example.jp",
                            "Content-Type: text/plain; charset=UTF-8")
                    .noneMatch(line -> line.startsWith("Bcc"))
                    .anyMatch(line -> line.startsWith(Machines.OURS + ":"));
        }
    }
}
