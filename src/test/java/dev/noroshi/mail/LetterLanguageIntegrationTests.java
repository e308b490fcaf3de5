package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each person has letters in the own language, however many languages one call needs. */
@NoroshiTest
class LetterLanguageIntegrationTests {

    private static final String HANDLER = "handler@city.example.jp";
    private static final String LEAD = "lead@city.example.jp";

    private final Mails mails;
    private final Inbox inbox;
    private final Interpreter interpreter;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CaseClient client;

    @Autowired
    LetterLanguageIntegrationTests(
            Mails mails,
            Inbox inbox,
            Interpreter interpreter,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @LocalServerPort int port) {
        this.mails = mails;
        this.inbox = inbox;
        this.interpreter = interpreter;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.client = new CaseClient(port);
    }

    private record Row(String recipients, String subject, String body, String token) {}

    @AfterEach
    void everybodyReadsJapaneseAgain() {
        language(HANDLER, "ja");
    }

    @Test
    void oneLetterToTwoPeopleIsWrittenForEach() {
        language(HANDLER, "en");
        String key = "languages/" + Long.toString(System.nanoTime(), 36);

        mails.queue(new Letter(
                key,
                "",
                List.of(HANDLER, LEAD),
                "call-decide",
                Map.of("level", "レベル3", "en.level", "level 3", "ask", "判断してください", "en.ask", "Decide", "name", "髙橋"),
                null,
                false));

        List<Row> rows = rows("letter_key like concat(?, '%')", key);
        assertThat(rows).hasSize(2);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.recipients()).isEqualTo(HANDLER);
            assertThat(row.subject()).startsWith("[CSIRT level 3 decision]");
            assertThat(row.body()).contains("Asked of you: Decide", "To 髙橋", "single word OK");
        });
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.recipients()).isEqualTo(LEAD);
            assertThat(row.subject()).startsWith("【CSIRT・レベル3・要判断】");
            assertThat(row.body()).contains("お願い：判断してください", "髙橋 様", "「了解」とだけ返信");
        });
    }

    @Test
    void aCallInEnglishIsAnsweredAndConfirmedInEnglish() {
        language(HANDLER, "en");
        String number = client.report("malware", Map.of());
        Row call = await("incident = ? and token is not null and recipients = '" + HANDLER + "'", number);

        assertThat(call.subject()).startsWith("[CSIRT Level 1 decision] ").contains(number);
        assertThat(call.body())
                .contains("Asked of you:", "By: 20", "Without an answer, at 20", "will be called")
                .doesNotContainPattern("[ぁ-ん]");
        assertThat(await("incident = ? and subject like '【CSIRT・第一報】%'", number).subject())
                .startsWith("【CSIRT・第一報】");

        transaction.executeWithoutResult(status -> inbox.store(("From: " + HANDLER + "\r\nMessage-ID: <" + number
                        + "-ok@city.example.jp>\r\nSubject: Re: [#" + call.token() + "]\r\n\r\nOK\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        interpreter.interpretAll();

        Row counted = await("incident = ? and letter_key like '%/counted/" + HANDLER + "'", number);
        assertThat(counted.subject()).startsWith("[CSIRT answer received]");
        assertThat(counted.body()).doesNotContainPattern("[ぁ-ん]");
    }

    private Row await(String condition, String value) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rows(condition, value).stream().findFirst().orElse(null), row -> row != null);
    }

    private List<Row> rows(String condition, String value) {
        return jdbc.sql("select recipients, subject, body, token from mail_out where " + condition)
                .param(value)
                .query(Row.class)
                .list();
    }

    private void language(String address, String language) {
        jdbc.sql("update roster_person set language = ? where email = ?")
                .params(language, address)
                .update();
    }
}
