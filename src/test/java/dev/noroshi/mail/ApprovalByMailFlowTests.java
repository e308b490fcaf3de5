package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The CISO decides by reply whether a segment is cut off: only where the city wants it, and only when its own mail server
 * says that the mail is the CISO's.
 */
@NoroshiTest
class ApprovalByMailFlowTests {

    private static final String SPREAD = "userTask_containSpread";
    private static final String DECIDE = "userTask_decideDetachment";
    private static final String CISO = "ciso@city.example.jp";
    private static final String PASS =
            "Authentication-Results: mx.city.example.jp; dmarc=pass header.from=city.example.jp\r\n";

    private final Inbox inbox;
    private final Interpreter off;
    private final Interpreter on;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CaseClient city;

    @Autowired
    ApprovalByMailFlowTests(
            Inbox inbox,
            Outbox outbox,
            Storm storm,
            Interpreter interpreter,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.inbox = inbox;
        this.off = interpreter;
        this.on = new Interpreter(
                inbox,
                outbox,
                storm,
                settings(new MailSettings.Approval(true, "mx.city.example.jp")),
                events,
                transactions);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.city = new CaseClient(port);
    }

    @Test
    void theCisosReplyApprovesTheStepOnceAndNobodyElsesDoes() {
        String number = city.evaluated("intrusion", Map.of("segment", "lgwan"));
        city.complete("handler", number, SPREAD, Map.of("detachmentNeeded", true, "measures", "隔離した"));
        city.waiting(number, DECIDE);
        String token = token(number);

        // The setting is off as it ships; then forged, another server's, another domain's, another person's.
        assertThat(reply(off, CISO, PASS, token, "承認")).isEqualTo("aside approval");
        assertThat(reply(on, CISO, "", token, "承認")).isEqualTo("aside approval");
        assertThat(reply(on, CISO, PASS.replace("mx.", "mx2."), token, "承認")).isEqualTo("aside approval");
        assertThat(reply(on, CISO, PASS.replace("pass", "fail"), token, "承認")).isEqualTo("aside approval");
        assertThat(reply(on, CISO, PASS.replace("from=city", "from=evil.city"), token, "承認"))
                .isEqualTo("aside approval");
        assertThat(reply(on, CISO, PASS.replace("mx.", "mx2.") + PASS, token, "承認"))
                .isEqualTo("aside approval");
        assertThat(reply(on, "ciso@example.com", PASS, token, "承認")).isEqualTo("aside wrong-person");
        assertThat(reply(on, "chief@city.example.jp", PASS, token, "承認")).isEqualTo("aside wrong-person");
        assertThat(reply(on, CISO, PASS, "7K3M9QX2ZZ", "承認")).isEqualTo("aside unknown-token");
        assertThat(city.tasks(number, DECIDE, "open", "claimed")).hasSize(1);

        assertThat(reply(on, CISO, PASS, token, "承認します。")).isEqualTo("answer approved");

        city.waiting(number, "userTask_detachSegment");
        assertThat(city.tasks(number, DECIDE, "done", "completed")).hasSize(1);
        assertThat(jdbc.sql("select state from escalation where incident = ? and subject like concat('%', ?, '%')")
                        .params(number, DECIDE)
                        .query(String.class)
                        .list())
                .containsExactly("acknowledged");

        assertThat(reply(on, CISO, PASS, token, "却下")).isEqualTo("aside spent");
        assertThat(reply(on, CISO, PASS, token, "承認します。もう一度")).startsWith("aside");
        assertThat(city.tasks(number, DECIDE, "open", "claimed")).isEmpty();
    }

    @Test
    void theTokenOfAStepThatWasDoneOtherwiseDecidesNothing() {
        String number = city.evaluated("intrusion", Map.of("segment", "lgwan"));
        city.complete("handler", number, SPREAD, Map.of("detachmentNeeded", true, "measures", "隔離した"));
        city.waiting(number, DECIDE);
        String token = token(number);

        city.complete("ciso", number, DECIDE, Map.of("decision", "reject"));

        assertThat(reply(on, CISO, PASS, token, "承認")).isEqualTo("aside spent");
        assertThat(city.tasks(number, "userTask_detachSegment", "open", "claimed"))
                .isEmpty();
    }

    @Test
    void aDelegationToNobodyOrToTwoIsAskedBack() {
        String number = city.report("malware", Map.of());
        String token = token(number);
        String person = recipient(token);

        assertThat(reply(off, person, "", token, "委任 架空　太郎")).isEqualTo("aside delegate");
        assertThat(reply(off, person, "", token, "委任")).startsWith("aside");
        assertThat(jdbc.sql("select count(*) from mail_out where incident = ? and body like '%委任先の氏名%'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private String reply(Interpreter interpreter, String from, String headers, String token, String words) {
        long before = jdbc.sql("select coalesce(max(id), 0) from mail_in")
                .query(Long.class)
                .single();
        String id = Long.toString(System.nanoTime(), 36);
        byte[] raw = (headers + "From: " + from + "\r\nMessage-ID: <" + id + "@mail>\r\nSubject: Re: [#" + token
                        + "]\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + words + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        transaction.executeWithoutResult(status -> {
            inbox.store(raw);
            interpreter.interpretAll();
        });
        return jdbc.sql("select concat(state, ' ', case when state = 'answer' then lower(answer) else reason end)"
                        + " from mail_in where id > ? order by id limit 1")
                .param(before)
                .query(String.class)
                .single();
    }

    /** Of the newest letter that asks. */
    private String token(String number) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> jdbc.sql("select token from mail_out where incident = ? and token is not null"
                                        + " and (recipients = ? or not exists (select 1 from mail_out m where m.incident ="
                                        + " mail_out.incident and m.recipients = ? and m.token is not null))"
                                        + " order by id desc")
                                .params(number, CISO, CISO)
                                .query(String.class)
                                .list(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private String recipient(String token) {
        return jdbc.sql("select recipients from mail_out where token = ? order by id limit 1")
                .param(token)
                .query(String.class)
                .single();
    }

    private static MailSettings settings(MailSettings.Approval approval) {
        MailSettings usual = LetterTemplatesTests.settings(null);
        return new MailSettings(
                usual.from(),
                usual.window(),
                usual.locale(),
                usual.phone(),
                usual.site(),
                null,
                usual.tls(),
                null,
                Map.<String, List<String>>of(),
                approval,
                usual.imap());
    }
}
