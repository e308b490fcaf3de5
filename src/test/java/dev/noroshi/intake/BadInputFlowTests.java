package dev.noroshi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** First reports as they must not be: each is answered with what to do, and nothing of it is stored. */
@NoroshiTest
class BadInputFlowTests {

    /** Valid check digits; invented. */
    private static final String INDIVIDUAL_NUMBER = "123456789018";

    @LocalServerPort
    private int port;

    private final JdbcClient database;
    private Caller staff;

    @Autowired
    BadInputFlowTests(JdbcClient database) {
        this.database = database;
    }

    @BeforeEach
    void signIn() {
        staff = Caller.program(port, "staff");
    }

    static Stream<Arguments> badFields() {
        String ahead = Instant.now().plus(2, ChronoUnit.HOURS).toString();
        return Stream.of(
                Arguments.of("surprise", 1, "surprise", "unknown"),
                Arguments.of("reporter.surprise", 1, "reporter.surprise", "unknown"),
                Arguments.of("personalInformation.surprise", "x", "personalInformation.surprise", "unknown"),
                Arguments.of("impact", Map.of("spread", 4), "impact", "unknown"),
                Arguments.of("type", "earthquake", "type", "choice"),
                Arguments.of("type", null, "type", "required"),
                Arguments.of("type", 7, "type", "type"),
                Arguments.of("description", null, "description", "required"),
                Arguments.of("description", " 　\n", "description", "required"),
                Arguments.of("description", List.of("x"), "description", "type"),
                Arguments.of("description", true, "description", "type"),
                Arguments.of("description", "あ".repeat(10_001), "description", "too-long"),
                Arguments.of("description", "a\u0000b", "description", "control"),
                Arguments.of("description", "a\u001b[2Jb", "description", "control"),
                Arguments.of("description", "請求書\u202Efdp.exe", "description", "control"),
                Arguments.of("description", "a\u2066b\u2069", "description", "control"),
                Arguments.of("reporter", null, "reporter", "required"),
                Arguments.of("reporter", "佐藤", "reporter", "type"),
                Arguments.of("reporter.name", null, "reporter.name", "required"),
                Arguments.of("reporter.name", "佐藤\r\nBcc: all@city.example.jp", "reporter.name", "control"),
                Arguments.of("reporter.section", "", "reporter.section", "required"),
                Arguments.of("reporter.phone", null, "reporter.phone", "contact"),
                Arguments.of("reporter.phone", "1".repeat(51), "reporter.phone", "too-long"),
                Arguments.of("reporter.email", "a@b@c", "reporter.email", "email"),
                Arguments.of("reporter.email", "a@city.example.jp,x@evil.example", "reporter.email", "email"),
                Arguments.of("reporter.email", "a@city.example.jp\nBcc: x@evil.example", "reporter.email", "control"),
                Arguments.of("discoveredAt", null, "discoveredAt", "required"),
                Arguments.of("discoveredAt", ahead, "discoveredAt", "future"),
                Arguments.of("discoveredAt", "2026-02-30T09:00:00+09:00", "discoveredAt", "moment"),
                Arguments.of("discoveredAt", "2026-11-23T09:00:00", "discoveredAt", "moment"),
                Arguments.of("discoveredAt", "2026-11-23", "discoveredAt", "moment"),
                Arguments.of("discoveredAt", "昨日", "discoveredAt", "moment"),
                Arguments.of("discoveredAt", "", "discoveredAt", "moment"),
                Arguments.of("discoveredAt", "1700000000", "discoveredAt", "moment"),
                Arguments.of("discoveredAt", 1_700_000_000, "discoveredAt", "moment"),
                Arguments.of("discoveredAt", "0001-01-01T00:00:00Z", "discoveredAt", "too-old"),
                Arguments.of("discoveredAt", "+999999999-12-31T23:59:59Z", "discoveredAt", "future"),
                Arguments.of("occurredAt", ahead, "occurredAt", "future"),
                Arguments.of("occurredAt", Instant.now().toString(), "occurredAt", "after-discovery"),
                Arguments.of(
                        "personalInformation",
                        Map.of("included", "yes", "personCount", 101, "personCountMax", 100),
                        "personalInformation.personCountMax",
                        "below-count"),
                Arguments.of("segment", "moon", "segment", "choice"),
                Arguments.of("malicious", "maybe", "malicious", "choice"),
                Arguments.of("malicious", 1, "malicious", "choice"),
                Arguments.of("approximate", "yes", "approximate", "type"),
                Arguments.of("serviceDownMinutes", -1, "serviceDownMinutes", "range"),
                Arguments.of("serviceDownMinutes", 1.5, "serviceDownMinutes", "type"),
                Arguments.of("personalInformation.personCount", "many", "personalInformation.personCount", "type"),
                Arguments.of(
                        "personalInformation.personCount", 99_999_999_999L, "personalInformation.personCount", "range"),
                Arguments.of(
                        "personalInformation.personCount",
                        BigInteger.TEN.pow(30),
                        "personalInformation.personCount",
                        "type"),
                Arguments.of("assets", Collections.singletonList(null), "assets.0", "type"),
                Arguments.of("actionsTaken", List.of("x".repeat(201)), "actionsTaken.0", "too-long"),
                Arguments.of("drill", "yes", "drill", "type"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aFieldThatCannotBeSoIsNamedWithWhatToDo(String path, Object value, String field, String code) {
        List<Long> before = rows();

        HttpResponse<String> answer = staff.json("POST", "/api/v1/first-reports", with(path, value));
        HttpResponse<String> english =
                staff.json("POST", "/api/v1/first-reports", with(path, value), "Accept-Language", "en");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Caller.read(answer).get("type").asString()).isEqualTo("/problems/input.invalid");
        assertThat(Caller.read(answer)
                        .get("errors")
                        .valueStream()
                        .filter(error -> error.get("field").asString().equals(field))
                        .map(error -> error.get("code").asString()))
                .as(answer.body())
                .containsExactly(code);
        assertThat(answer.body()).containsPattern("[ぁ-ん]").doesNotContain("Exception", "dev.noroshi", "??");
        assertThat(english.body()).doesNotContainPattern("[ぁ-ん]").contains("Correct the fields shown");
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789018",
                "1234 5678 9018",
                "1234-5678-9018",
                "１２３４５６７８９０１８",
                "１２３４－５６７８－９０１８",
                "番号は1234　5678　9018です",
                "1234‐5678‐9018",
                "TEL 0175-22-1111 / 123456789018"
            })
    void anIndividualNumberIsStoppedInEveryTextField(String hidden) {
        List<Long> before = rows();

        for (String path : List.of(
                "description",
                "reporter.name",
                "reporter.section",
                "reporter.phone",
                "onBehalfOf",
                "place",
                "businessImpact",
                "contractor")) {
            HttpResponse<String> answer = staff.json("POST", "/api/v1/first-reports", with(path, hidden));
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("\"field\":\"" + path + "\"", "my-number")
                    .doesNotContain("9018");
        }
        for (String list : List.of("assets", "actionsTaken")) {
            HttpResponse<String> answer = staff.json("POST", "/api/v1/first-reports", with(list, List.of("x", hidden)));
            assertThat(answer.body()).contains("\"field\":\"" + list + ".1\"", "my-number");
        }
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "0175-22-1111 と 0175-22-2222",
                "2026-11-23 09:05",
                "管理番号 1234567890123",
                "IP 192.168.100.101",
                "髙橋と山﨑と𠮷田😀👨‍👩‍👧が́",
                "全角電話０１７５－２２－１１１１",
                "<script>alert(1)</script> & \"quotes\" {{7*7}} ${7*7}",
                "改行\r\nと\tタブ"
            })
    void whatIsNoneIsTakenAsTyped(String text) {
        HttpResponse<String> answer = staff.json("POST", "/api/v1/first-reports", with("description", text));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = Caller.read(answer).get("incident").asString();
        assertThat(Caller.read(staff.get("/api/v1/incidents/" + number)).toString())
                .contains(Caller.JSON.writeValueAsString(text));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("{", 400),
                Arguments.of("", 400),
                Arguments.of("{\"type\":\"lost\"} {}", 400),
                Arguments.of("{\"type\":\"lost\",\"type\":\"stolen\"}", 400),
                Arguments.of("{\"reporter\":{\"name\":\"a\",\"name\":\"b\"}}", 400),
                Arguments.of("{'type':'lost'}", 400),
                Arguments.of("{\"type\":NaN}", 400),
                Arguments.of("{\"type\":\"a\u0001b\"}", 400),
                Arguments.of("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", 400),
                Arguments.of("{\"a\":" + "9".repeat(5_000) + "}", 400),
                Arguments.of("[]", 422),
                Arguments.of("null", 422),
                Arguments.of("\"text\"", 422),
                Arguments.of("{\"description\":\"" + "a".repeat(70_000) + "\"}", 413));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsSaidSo(String body, int status) {
        List<Long> before = rows();

        HttpResponse<String> answer = staff.json("POST", "/api/v1/first-reports", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Caller.read(answer).get("detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "tools.jackson", "dev.noroshi");
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png"})
    void otherKindsOfBodyAreRefused(String type) {
        HttpResponse<String> answer = staff.send(staff.request("/api/v1/first-reports")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("type=lost")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("/problems/media.unknown");
    }

    @Test
    void pagesBeyondTheLastAreNotAFailure() {
        for (String query :
                List.of("page=-1", "page=x", "page=2147483647&size=200", "size=0", "size=201", "size=1e3")) {
            assertThat(staff.get("/api/v1/incidents?" + query).statusCode())
                    .as(query)
                    .isEqualTo(422);
        }
        assertThat(staff.get("/api/v1/incidents?page=1000").statusCode()).isEqualTo(200);
        assertThat(staff.get("/api/v1/incidents?q=%27%20or%201%3D1%20--%20").body())
                .contains("\"total\":0");
    }

    @Test
    void theSameKeyAndBodyAreOneCase() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = with("description", "一度だけ");
        long before = rows().get(0);

        HttpResponse<String> first = staff.json("POST", "/api/v1/first-reports", body, "Idempotency-Key", key);
        HttpResponse<String> again = staff.json("POST", "/api/v1/first-reports", body, "Idempotency-Key", key);
        HttpResponse<String> other =
                staff.json("POST", "/api/v1/first-reports", with("description", "別"), "Idempotency-Key", key);
        HttpResponse<String> upper = staff.json(
                "POST", "/api/v1/first-reports", with("description", "別"), "Idempotency-Key", key.toUpperCase());
        HttpResponse<String> elses =
                Caller.program(port, "manager").json("POST", "/api/v1/first-reports", body, "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(upper.statusCode()).as("another key").isEqualTo(201);
        assertThat(elses.statusCode()).isEqualTo(201);
        assertThat(Caller.read(elses).get("incident"))
                .isNotEqualTo(Caller.read(first).get("incident"));
        assertThat(rows().get(0)).isEqualTo(before + 3);
        for (String bad : List.of(" ", "x".repeat(256))) {
            HttpResponse<String> refused = staff.json("POST", "/api/v1/first-reports", body, "Idempotency-Key", bad);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("1文字以上");
        }
    }

    @Test
    void theSameKeyAtTheSameMomentIsOneCase() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = with("description", "同時に");
        long before = rows().get(0);

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> staff.json("POST", "/api/v1/first-reports", body, "Idempotency-Key", key)))
                .toList();

        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .map(HttpResponse::body)
                        .distinct())
                .hasSize(1)
                .allSatisfy(answer -> assertThat(answer).contains("\"incident\":\"R8-"));
        assertThat(rows().get(0)).isEqualTo(before + 1);
    }

    @Test
    void aFormSentTwiceIsOneCase() {
        Caller browser = Caller.signedIn(port, "staff");
        String page = browser.get("/report").body();
        String token = page.replaceAll("(?s).*name=\"token\"[^>]*value=\"([^\"]+)\".*", "$1");
        long before = rows().get(0);
        Map<String, String> form = form();
        form.put("token", token);

        HttpResponse<String> first = browser.submit("/report", "/report", form);
        HttpResponse<String> again = browser.submit("/report", "/report", form);
        form.put("description", "戻って書き直した内容");
        HttpResponse<String> changed = browser.submit("/report", "/report", form);

        assertThat(first.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).startsWith("/report/receipts/"));
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(changed.statusCode())
                .as("what was changed is not thrown away")
                .isEqualTo(422);
        assertThat(changed.body()).contains("戻って書き直した内容", "メモ").doesNotContain(token);
        assertThat(rows().get(0)).isEqualTo(before + 1);
    }

    @Test
    void aRefusedFormKeepsEverythingTyped() {
        Caller browser = Caller.signedIn(port, "staff");
        List<Long> before = rows();
        Map<String, String> form = form();
        form.put("description", "番号は" + INDIVIDUAL_NUMBER + "です。</textarea><script>alert(1)</script>");
        form.put("reporter.name", "髙﨑 \"><img src=x onerror=alert(1)>");
        form.put("place", "本庁😀");
        form.put("discoveredAt", "2026-02-30T09:05");
        form.put("personalInformation.personCount", "たくさん");

        HttpResponse<String> answer = browser.submit("/report", "/report", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;", INDIVIDUAL_NUMBER)
                .contains("髙﨑 &quot;&gt;&lt;img src=x onerror=alert(1)&gt;", "本庁😀", "2026-02-30T09:05", "たくさん")
                .contains("id=\"description-error\"", "id=\"discoveredAt-error\"")
                .doesNotContain("<script>alert", "<img src=x", "??");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatIsTooLargeForAFormIsSaidSo() {
        Caller browser = Caller.signedIn(port, "staff");
        Map<String, String> form = form();
        form.put("description", "a".repeat(3_000_000));

        HttpResponse<String> answer = browser.submit("/report", "/report", form);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("送られたデータが大きすぎます。");
    }

    /** Cases, reports, timeline and letters: what a refused report must not change. */
    private List<Long> rows() {
        return Stream.of(
                        "select count(*) from incident",
                        "select count(*) from first_report",
                        "select coalesce(sum(last), 0) from incident_number_series")
                .map(sql -> database.sql(sql).query(Long.class).single())
                .toList();
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("type", "mis-send");
        form.put("discoveredAt", "2026-11-23T09:05");
        form.put("description", "宛先を誤って送信した");
        form.put("reporter.name", "佐藤　美咲");
        form.put("reporter.section", "総務課");
        form.put("reporter.phone", "2101");
        return form;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> with(String path, Object value) {
        Map<String, Object> reporter = new LinkedHashMap<>(Map.of("name", "佐藤", "section", "総務課", "phone", "2101"));
        Map<String, Object> report = new LinkedHashMap<>(Map.of(
                "type",
                "mis-send",
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "description",
                "宛先を誤って送信した",
                "reporter",
                reporter));
        String[] parts = path.split("\\.");
        Map<String, Object> target = parts.length == 1
                ? report
                : (Map<String, Object>) report.computeIfAbsent(parts[0], name -> new LinkedHashMap<String, Object>());
        if (value == null) {
            target.remove(parts[parts.length - 1]);
        } else {
            target.put(parts[parts.length - 1], value);
        }
        return report;
    }
}
