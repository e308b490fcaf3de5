package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails in the shapes in which they come, as raw bytes, and what the system did with each: {@code expected.csv} beside
 * them. All answer the same letter of the same call, each as if nobody had answered it before.
 */
@NoroshiTest
class CorpusIntegrationTests {

    private static final Path CORPUS = Path.of("src/test/resources/mail/corpus");
    private static final String TOKEN = "7K3M9QX2TB";
    private static final String LETTER = "<corpus-letter@city.example.jp>";
    private static final String PERSON = "handler@city.example.jp";

    private final Inbox inbox;
    private final Interpreter interpreter;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CaseClient client;

    @Autowired
    CorpusIntegrationTests(
            Inbox inbox,
            Interpreter interpreter,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @LocalServerPort int port) {
        this.inbox = inbox;
        this.interpreter = interpreter;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.client = new CaseClient(port);
    }

    private record Case(String name, String outcome, String words) {}

    @Test
    void everyMailIsUnderstoodAsAPersonWould() throws IOException {
        String call = calledPerson();
        List<Case> corpus = corpus();
        List<String> wrong = new ArrayList<>();

        for (Case one : corpus) {
            asIfNobodyHadAnswered(call);
            byte[] raw = Files.readAllBytes(CORPUS.resolve(one.name() + ".eml"));
            check(one, call, named(raw, call.replaceAll("-C\\d+$", "")), wrong);
        }

        assertThat(corpus).hasSizeGreaterThan(220);
        assertThat(wrong).isEmpty();
        everythingIsShownAsTextOnly(call);
    }

    @Test
    void mailsOfAnySizeAndDepthAreKeptWholeAndRead() throws IOException {
        String call = calledPerson();

        for (Case one :
                List.of(new Case("20 MiB", "answer acknowledged", "了解"), new Case("deep", "aside unclear", ""))) {
            asIfNobodyHadAnswered(call);
            List<String> wrong = new ArrayList<>();
            byte[] raw = one.name().equals("deep") ? deep(3000) : large();
            long mail = check(one, call, raw, wrong);

            assertThat(wrong).isEmpty();
            assertThat(kept(mail)).isEqualTo(raw.length);
        }
    }

    private long check(Case one, String call, byte[] raw, List<String> wrong) {
        long before = newest();
        transaction.executeWithoutResult(status -> inbox.store(raw));
        interpreter.interpretAll();
        await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(20)).until(() -> outcome(before) != null);
        String outcome =
                outcome(before) + (state("mail_out", "message_id", LETTER).equals("bounced") ? " returned" : "");
        String words = jdbc.sql("select coalesce(words, '') from mail_in where id > ? order by id limit 1")
                .param(before)
                .query(String.class)
                .single();
        boolean acknowledged = state("escalation", "id", call).equals("acknowledged");
        if (!outcome.equals(one.outcome())
                || !words.lines().findFirst().orElse("").startsWith(one.words())
                || acknowledged != outcome.equals("answer acknowledged")) {
            wrong.add(one + ": " + outcome + ", " + words + (acknowledged ? ", acknowledged" : ""));
        }
        return before + 1;
    }

    /** What was done with the next mail of this test: other tests' mails have other words in their subjects. */
    private String outcome(long before) {
        return jdbc.sql("""
                        select concat(state, ' ', case when state = 'answer' then lower(answer) else reason end)
                        from mail_in where id > ? and state <> 'stored' order by id limit 1
                        """).param(before).query(String.class).optional().orElse(null);
    }

    private long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from mail_in")
                .query(Long.class)
                .single();
    }

    private String state(String table, String column, String value) {
        return jdbc.sql("select state from " + table + " where " + column + " = ?")
                .param(value)
                .query(String.class)
                .single();
    }

    private int kept(long mail) {
        return jdbc.sql("""
                        select length(raw) + coalesce((select sum(length(m.raw)) from mail_in_more m where m.mail_id = i.id), 0)
                        from mail_in i where id >= ? order by id limit 1
                        """).param(mail).query(Integer.class).single();
    }

    /** A call that has reached {@link #PERSON}. */
    private String calledPerson() {
        String number = client.report("malware", Map.of());
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> jdbc.sql("select c.call_id from escalation_called c join escalation e on e.id = c.call_id"
                                        + " where e.incident = ? and c.email = ? and c.rung = 1")
                                .params(number, PERSON)
                                .query(String.class)
                                .optional()
                                .orElse(null),
                        call -> call != null);
    }

    private void asIfNobodyHadAnswered(String call) {
        jdbc.sql("update escalation_rung set token = concat('X', left(call_id, 10)) where token = ? and call_id <> ?")
                .params(TOKEN, call)
                .update();
        jdbc.sql("update escalation_rung set token = ? where call_id = ? and rung = 1")
                .params(TOKEN, call)
                .update();
        jdbc.sql("update mail_out set token = null, message_id = concat('<', id, '@before>') where message_id = ?")
                .param(LETTER)
                .update();
        jdbc.sql("update mail_out set token = ?, message_id = ?, state = 'sent' where letter_key = ?")
                .params(TOKEN, LETTER, call + "/1/" + PERSON)
                .update();
        jdbc.sql("delete from escalation_answer where call_id = ?").param(call).update();
        jdbc.sql("update escalation set state = 'calling', answered_by = null, rung = 1 where id = ?")
                .param(call)
                .update();
    }

    private void everythingIsShownAsTextOnly(String call) {
        String page = client.get("lead", "/incidents/" + call.replaceAll("-C\\d+$", "") + "/mails")
                .raw()
                .body();
        assertThat(page).doesNotContain("<script>alert").doesNotContain("onerror=alert(1)>");
    }

    /** The case's own number where a mail names one. */
    private static byte[] named(byte[] raw, String number) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        String subject = "Subject: =?UTF-8?B?UmU6IOOBiuefpeOCieOBmw==?=";
        return text.replace(subject + "\r\nDate", subject + " " + number + "\r\nDate")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Case> corpus() throws IOException {
        return Files.readAllLines(CORPUS.resolve("expected.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> new Case(cells[0], cells[1], cells[2]))
                .toList();
    }

    private static byte[] large() {
        byte[] attachment = new byte[15 * 1024 * 1024];
        new java.util.Random(7).nextBytes(attachment);
        String head =
                headers("multipart/mixed; boundary=big") + "--big\r\nContent-Type: application/zip; name=big.zip\r\n"
                        + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=big.zip\r\n\r\n";
        String tail = "\r\n--big\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n了解\r\n--big--\r\n";
        return (head + Base64.getMimeEncoder().encodeToString(attachment) + tail).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] deep(int levels) {
        StringBuilder mail = new StringBuilder(headers("multipart/mixed; boundary=b0"));
        for (int level = 1; level < levels; level++) {
            mail.append("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(level - 1, level));
        }
        return mail.append("--b")
                .append(levels - 1)
                .append("\r\n\r\n了解\r\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String headers(String type) {
        return String.join(
                        "\r\n",
                        Arrays.asList(
                                "From: " + PERSON,
                                "Subject: Re: [#" + TOKEN + "]",
                                "MIME-Version: 1.0",
                                "Content-Type: " + type))
                + "\r\n\r\n";
    }
}
