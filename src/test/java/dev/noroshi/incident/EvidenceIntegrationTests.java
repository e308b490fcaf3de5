package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Evidence is kept as it came, with its hash; each handing out is written down. */
@NoroshiTest
class EvidenceIntegrationTests {

    private static final int MEBI = 1024 * 1024;
    private static final byte[] LOG = "10:15 不審な接続\n".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;
    private String number = "";

    @BeforeEach
    void aCase() {
        city = new CaseClient(port);
        number = city.report("malware", Map.of());
    }

    @Test
    void aFileWithAJapaneseNameComesBackAsItWas() throws Exception {
        Answer kept = attach("handler", "調査ログ　１.log", LOG);

        assertThat(kept.status()).as("%s", kept.body()).isEqualTo(201);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(LOG));
        assertThat(kept.body().get("sha256").asString()).isEqualTo(hash);
        assertThat(kept.body().get("takenBy").asString()).contains("高橋");
        String path = "/api/v1/incidents/" + number + "/evidence/"
                + kept.body().get("id").asString();
        Answer file = city.get("lead", path);
        assertThat(file.raw().body()).isEqualTo(new String(LOG, StandardCharsets.UTF_8));
        assertThat(file.raw().headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "filename*=UTF-8''");
        assertThat(journaled("evidence.attached")).isEqualTo(1);
        assertThat(journaled("evidence.exported")).isEqualTo(1);
        assertThat(new PageClient(port, "handler").get("/incidents/" + number).body())
                .contains("調査ログ　１.log", hash, "高橋");
        assertThat(city.get("staff", path).status()).isEqualTo(403);
    }

    /** On a screen the name would end in {@code .pdf}, the line would break, or one name would look like another. */
    @ParameterizedTest
    @CsvSource({
        "'報告\u202Efdp.log', 報告[U+202E]fdp.log",
        "'\u2066報告\u2069.log', [U+2066]報告[U+2069].log",
        "'a\u2028b.log', a[U+2028]b.log",
        "'a\u200Bb.log', a[U+200B]b.log",
        "'👨\u200D👩\u200D👧.log', '👨\u200D👩\u200D👧.log'"
    })
    void aNameThatReadsAsAnotherIsShownAsItIs(String sent, String shown) {
        Answer kept = attach("handler", sent, LOG);

        assertThat(kept.body().get("name").asString()).isEqualTo(shown);
        assertThat(attach("handler", sent, LOG).body().get("id"))
                .isEqualTo(kept.body().get("id"));
        String page =
                new PageClient(port, "handler").get("/incidents/" + number).body();
        assertThat(page).contains(shown).doesNotContain("\u202E", "\u2066", "\u2028", "\u200B");
        String header = city.get(
                        "lead",
                        "/api/v1/incidents/" + number + "/evidence/"
                                + kept.body().get("id").asString())
                .raw()
                .headers()
                .firstValue("Content-Disposition")
                .orElse("");
        assertThat(URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8))
                .contains(shown);
    }

    @Test
    void aNameThatIsTooLongIsSaidAlsoWhenItIsCutWithinALetter() {
        for (String name : new String[] {"a".repeat(199) + "🔥.log", "🔥".repeat(101) + ".log"}) {
            Answer refused = attach("handler", name, LOG);

            assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
            assertThat(refused.body().get("type").asString()).endsWith("incident.evidence-refused");
        }
    }

    @Test
    void theSameFileTwiceIsKeptOnce() {
        assertThat(attach("handler", "a.log", LOG).body().get("id"))
                .isEqualTo(attach("handler", "a.log", LOG).body().get("id"));
        attach("handler", "b.log", LOG);

        Answer list = city.get("handler", "/api/v1/incidents/" + number + "/evidence");

        assertThat(list.body().get("total").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsNoEvidenceIsRefused() {
        assertThat(attach("handler", "tool.exe", LOG).status()).isEqualTo(422);
        assertThat(attach("handler", "photo.png", LOG).status()).isEqualTo(422);
        assertThat(attach("handler", "empty.log", new byte[0]).status()).isEqualTo(422);
        assertThat(attach("manager", "a.log", LOG).status()).isEqualTo(403);
    }

    @Test
    void aMessageThatIsNotWhatItSaysIsUnreadableAndNoFailureOfOurs() {
        String head = "--teil\r\nContent-Disposition: form-data; name=\"file\"";
        String file = head + "; filename=\"a.log\"\r\n\r\nx\r\n";

        assertThat(sent(head + "; filename=\"a\u0000b.log\"\r\n\r\nx\r\n--teil--\r\n"))
                .isEqualTo("400 input.unreadable");
        assertThat(sent(file)).isEqualTo("400 input.unreadable");
        assertThat(sent(head + "\r\n\r\nx\r\n--teil--\r\n")).isEqualTo("422 input.invalid");
        assertThat(sent("--teil--\r\n")).isEqualTo("422 input.invalid");
        assertThat(sent(file + file.replace("a.log", "b.log") + "--teil--\r\n")).isEqualTo("422 input.invalid");
        assertThat(city.get("handler", "/api/v1/incidents/" + number + "/evidence")
                        .body()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(sent(file + "--teil--\r\n")).isEqualTo("201 ");
    }

    private String sent(String body) {
        Answer answer = city.send(
                "handler",
                "/api/v1/incidents/" + number + "/evidence",
                request -> multipart(request, body.getBytes(StandardCharsets.UTF_8)));
        return answer.status() + " " + answer.body().path("type").asString("").replace("/problems/", "");
    }

    /** Over what one file may have; over what the whole message may have. */
    @ParameterizedTest
    @ValueSource(ints = {10 * MEBI + 1, 10 * MEBI + 600 * 1024, 11 * MEBI + 1, 12 * MEBI})
    void aFileThatIsTooLargeIsAnsweredWithTheLargestSize(int size) {
        byte[] body = body("big.log", "a".repeat(size).getBytes(StandardCharsets.UTF_8));
        Caller handler = Caller.signedIn(port, "handler");
        String page = "/incidents/" + number;

        Answer api = city.send(
                "handler",
                "/api/v1" + page + "/evidence",
                request -> multipart(request, body).setHeader("Accept-Language", "en"));
        HttpResponse<String> form =
                handler.send(multipart(handler.request(page + "/evidence", "X-CSRF-TOKEN", handler.csrf(page)), body));
        HttpResponse<String> english = handler.send(
                multipart(handler.request(page + "/evidence?lang=en", "X-CSRF-TOKEN", handler.csrf(page)), body));

        assertThat(api.status()).isEqualTo(413);
        assertThat(api.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(api.body().get("title").asString()).isEqualTo("The data is too large.");
        assertThat(api.body().get("detail").asString()).contains("10 MB");
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(form.body()).contains("<h1>送られたデータが大きすぎます。</h1>", "10MB");
        assertThat(english.body()).contains("<h1>The data is too large.</h1>", "10 MB");
        assertThat(city.get("handler", "/api/v1" + page + "/evidence")
                        .body()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void damagedEvidenceIsNotHandedOut() {
        String id = attach("handler", "a.log", LOG).body().get("id").asString();
        jdbc.sql("update incident_evidence set content = 'x' where id = ?")
                .param(id)
                .update();

        Answer file = city.get("handler", "/api/v1/incidents/" + number + "/evidence/" + id);

        assertThat(file.status()).isEqualTo(409);
        assertThat(file.body().get("type").asString()).endsWith("incident.evidence-damaged");
    }

    private long journaled(String act) {
        return jdbc.sql("select count(*) from journal_entry where act = ? and subject = ?")
                .params(act, number)
                .query(Long.class)
                .single();
    }

    private Answer attach(String account, String name, byte[] content) {
        return city.send(
                account,
                "/api/v1/incidents/" + number + "/evidence",
                request -> multipart(request, body(name, content)));
    }

    private static HttpRequest.Builder multipart(HttpRequest.Builder request, byte[] body) {
        return request.header("Content-Type", "multipart/form-data; boundary=teil")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static byte[] body(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--teil\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--teil--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
