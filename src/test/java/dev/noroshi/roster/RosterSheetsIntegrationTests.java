package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The roster as a file, as a program and an administrator take it out and in. */
@NoroshiTest
class RosterSheetsIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADING = "name,email,phone,extension,role,from,until\r\n";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void whatIsTakenOutAndInAgainChangesNothing() {
        HttpResponse<byte[]> file = export("admin", "ja");

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        String text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF行の種類,番号,アカウント,氏名,").contains("\r\n", "インシデントハンドラー", "髙橋　春江");
        for (byte[] saved : List.of(
                file.body(),
                export("admin", "en").body(),
                text.substring(1).getBytes(Charset.forName("windows-31j")))) {
            JsonNode seen = body(send("?preview", saved, null));
            assertThat(seen.get("errors")).isEmpty();
            assertThat(seen.get("changes")).isEmpty();
            assertThat(seen.get("untouched")).isEmpty();
            assertThat(seen.get("unchanged").asInt()).isEqualTo(text.lines().count() - 1);
        }
        assertThat(export("staff", "ja").statusCode()).isEqualTo(403);
        assertThat(post("chief", "?preview", file.body(), null).statusCode()).isEqualTo(403);
    }

    @Test
    void aFileIsLookedAtTakenAndComesBackAsItWas() {
        String name = unique();
        String today = LocalDate.now(ZoneId.of("Asia/Tokyo")).toString();
        byte[] added = bytes(HEADING + name + ",+x@city.example.jp,+81-175,0901,監査担当,,\r\n");

        HttpResponse<String> preview = send("?preview", added, null);
        assertThat(kinds(body(preview))).containsExactly("person-added", "appointed");
        assertThat(rowOf(name)).as("a preview changes nothing").isEmpty();

        JsonNode taken =
                body(send("", added, preview.headers().firstValue("ETag").orElseThrow()));
        assertThat(taken.get("applied").asBoolean()).isTrue();
        assertThat(rowOf(name)).contains(",'+x@city.example.jp,'+81-175,,'0901,ja,監査担当,,0," + today + ",");
        assertThat(kinds(body(send("?preview", added, null)))).isEmpty();

        JsonNode ended = body(send(
                "",
                bytes(HEADING + name + ",+x@city.example.jp,+81-175,2109,auditor," + today.replace("-", "/") + ","
                        + LocalDate.parse(today).minusDays(1) + "\n"),
                null));
        assertThat(kinds(ended)).containsExactly("person-changed", "appointment-ended");
        JsonNode value = ended.get("changes").get(0).get("values").get(0);
        assertThat(List.of(value.get("column"), value.get("before"), value.get("after")))
                .extracting(JsonNode::asString)
                .containsExactly("extension", "0901", "2109");
        assertThat(rowOf(name)).as("what ended before it began was nothing").contains(",2109,ja,,,,,");
    }

    @Test
    void postsToComeAndContactsByTheHourGoOutAndComeBackAsTheyWere() {
        String name = unique();
        String home = "home" + System.nanoTime() + "@example.net";
        String heading = "name,email,post,section,post_from,contact,hours,value\n";
        String person = name + ",x@city.example.jp,";
        byte[] file = bytes(heading
                + person + "係長,総務課,2024-02-29,携帯,執務時間外（夜間・閉庁日）,+81-90-1111-2222\n"
                + person + "係長,総務課,2024-02-29,reply,," + home + "\n"
                + person + "課長補佐,税務課,2030-04-01,,,\n");

        assertThat(kinds(body(send("?preview", file, null))))
                .containsExactly("person-added", "post-begun", "contact-changed", "contact-changed", "post-begun");
        assertThat(rowsOf(name)).as("a preview changes nothing").isEmpty();
        send("", file, null);
        List<String> kept = rowsOf(name);
        assertThat(kept)
                .hasSize(3)
                .anyMatch(row -> row.contains(",携帯,執務時間外（夜間・閉庁日）,'+81-90-1111-2222,"))
                .anyMatch(row -> row.contains(",係長,市長部局,総務部,総務課,2024-02-29,2030-03-31,")
                        && row.contains(",返信だけ受け付けるアドレス,いつでも," + home + ","))
                .anyMatch(row -> row.contains(",課長補佐,市長部局,財務部,税務課,2030-04-01,,"));
        byte[] whole = export("admin", "ja").body();

        assertThat(kinds(body(send(
                        "",
                        bytes(heading
                                + person + "主幹,福祉課,2024-02-29,mobile,outside,090-3333-4444\n"
                                + person + "主幹,福祉課,2024-02-29,reply,always,\n"
                                + person + "課長,税務課,2030-04-01,,,\n"),
                        null))))
                .containsExactly("post-changed", "contact-changed", "contact-changed", "post-changed");
        assertThat(rowsOf(name))
                .hasSize(2)
                .anyMatch(row -> row.contains(",主幹,") && row.contains(",090-3333-4444,"))
                .noneMatch(row -> row.contains(home));

        assertThat(send("", whole, null).statusCode()).isEqualTo(200);
        assertThat(rowsOf(name)).containsExactlyElementsOf(kept);
        assertThat(kinds(body(send("", bytes("name,email,post\n" + person + "\n"), null))))
                .as("without a first day, what differs begins today")
                .containsExactly("post-begun");
        assertThat(body(send("?preview", whole, null))
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asString())
                .as("the file has the post of before on the same days")
                .isEqualTo("post-overlaps");
    }

    @Test
    void whatIsHostileIsNamedOrKeptAsText() {
        String name = "=cmd|'/C calc'!A0" + System.nanoTime();
        byte[] wrong = bytes("name,post,section,post_from,post_until,contact,hours,value\n"
                + unique() + ",\"係\t長\",,2027-02-29,,,,\n"
                + unique() + ",係長,無い課,2030-04-01,,,,\n"
                + unique() + ",係長,総務課,2030-04-01,2030-03-31,,,\n"
                + name + ",係長,総務課,2030-04-01,,,,\n"
                + name + ",主任,総務課,2030-04-01,,pager,,1\n"
                + unique() + ",,,,,email,夜,a@b.example\n"
                + unique() + ",,,,,メール,いつでも,CISO@city.example.jp\n"
                + unique() + ",,,,,email,,\"a@b.example\r\nBcc: x@y.example\"\n"
                + unique() + ",,,,,,office,090\n"
                + unique() + ",係長,,9999-12-31,,,,\n");

        assertThat(body(send("?preview", wrong, null))
                        .get("errors")
                        .valueStream()
                        .map(it ->
                                it.get("line").asInt() + " " + it.get("column").asString() + " "
                                        + it.get("code").asString()))
                .contains(
                        "2 post_from sheet-day",
                        "3 section sheet-section",
                        "4 post_until last-day",
                        "6 post sheet-differs",
                        "6 contact choice",
                        "7 hours choice",
                        "8 value address-held",
                        "9 value email",
                        "11 contact sheet-contact-missing",
                        "12 post_from day-far");

        byte[] odd = bytes("name,kana,post,mobile,contact,value\n" + name + ",髙﨑🔥,@SUM(A1),+81-90,extension,-1\n");
        send("", odd, null);
        assertThat(rowsOf("'" + name).get(0)).contains("髙﨑🔥", ",'@SUM(A1),", ",'+81-90,", ",'-1,");
        assertThat(kinds(body(send("?preview", odd, null)))).isEmpty();
        assertThat(kinds(body(send("?preview", export("admin", "en").body(), null))))
                .isEmpty();
    }

    @Test
    void aFileThatWasComparedWithAnotherRosterIsRefused() {
        byte[] first = bytes("name\n" + unique() + "\n");
        String version =
                send("?preview", first, null).headers().firstValue("ETag").orElseThrow();
        assertThat(send("", bytes("name\n" + unique() + "\n"), null).statusCode())
                .isEqualTo(200);

        HttpResponse<String> refused = send("", first, version);
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(body(refused).get("type").asString()).endsWith("/problems/roster.moved");
    }

    @Test
    void everyErrorIsSaidWithLineAndColumnAndNothingIsTaken() {
        String name = unique();
        byte[] wrong = bytes("name,account,section,email,role,headed,position,from,until\n"
                + name + ",,,,,,,,\n"
                + ",,,,,,,,\n"
                + unique() + ",CISO,総務課,a b,boss,,,,\n"
                + unique() + ",,無い課,,window,総務課,-1,2026-02-30,\n"
                + unique() + ",,,,section-manager,,,,2020-01-01\n"
                + name + ",,,x@city.example.jp,,,,,\n");

        JsonNode seen = body(send("?preview", wrong, null));
        assertThat(seen.get("errors")
                        .valueStream()
                        .map(it ->
                                it.get("line").asInt() + " " + it.get("column").asString() + " "
                                        + it.get("code").asString()))
                .contains(
                        "4 email email",
                        "4 role unknown-role",
                        "5 section sheet-section",
                        "5 headed sheet-headed",
                        "5 position range",
                        "5 from sheet-day",
                        "6 headed required");
        assertThat(seen.get("errors").get(0).get("message").asString()).isNotBlank();
        HttpResponse<String> refused = send("", wrong, null);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(body(refused).get("errors").get(0).get("field").asString()).matches("\\d+\\.\\w+");
        assertThat(rowOf(name)).isEmpty();
    }

    @Test
    void aHoleIsNamedAndAskedFor() {
        String ciso = rowOf("ciso");
        String day = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(3).toString();
        byte[] ends = bytes(
                "number,name,role,until\n" + ciso.split(",")[1] + "," + ciso.split(",")[3] + ",ciso," + day + "\n");

        JsonNode seen = body(send("?preview", ends, null));
        assertThat(kinds(seen)).containsExactly("appointment-ended");
        assertThat(seen.get("holes")).isNotEmpty();
        assertThat(send("", ends, null).statusCode()).isEqualTo(409);
        assertThat(rowOf("ciso")).isEqualTo(ciso);
    }

    @Test
    void anAdministratorLooksAndTakes() throws IOException, InterruptedException {
        PageClient admin = new PageClient(port, "admin");
        String name = unique();
        String page = admin.get("/admin/people/import").body();
        byte[] file = bytes("氏名,内線\n" + name + ",\"<b>=1\"\n");

        HttpResponse<String> seen = admin.upload("/admin/people/import/preview", page, "roster.csv", file);
        assertThat(seen.statusCode()).as("%s", seen.body()).isEqualTo(200);
        assertThat(seen.body()).contains("職員を追加", name, "&lt;b&gt;=1", "ファイルにないので、変えないもの");
        Map<String, String> confirmed = PageClient.values(seen.body());

        HttpResponse<String> taken = admin.post("/admin/people/import", seen.body(), confirmed);
        assertThat(taken.body()).contains("1件の変更を取り込みました。");
        HttpResponse<String> again = admin.post("/admin/people/import", seen.body(), confirmed);
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.body()).contains("体制表が変わりました");
        assertThat(admin.upload("/admin/people/import/preview", page, "roster.csv", new byte[0])
                        .body())
                .contains("取り込む行がありません");

        byte[] large = bytes("氏名,内線\n" + name + ",\"<b>=1\"\n" + ("," + " ".repeat(1_000) + "\n").repeat(3_000));
        HttpResponse<String> same = admin.upload("/admin/people/import/preview", page, "roster.csv", large);
        assertThat(same.body()).contains("変わるのは0件です");
        confirmed.put("content", "H4sI");
        assertThat(admin.post("/admin/people/import", seen.body(), confirmed).statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> send(String query, byte[] file, String version) {
        HttpResponse<String> answer = post("admin", query, file, version);
        assertThat(answer.statusCode()).as("%s", answer.body()).isIn(200, 409, 412, 422);
        return answer;
    }

    private HttpResponse<String> post(String account, String query, byte[] file, String version) {
        HttpRequest.Builder request = request(account, "/roster/import" + query)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        if (version != null) {
            request.header("If-Match", version);
        }
        return sent(request, BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> export(String account, String language) {
        return sent(request(account, "/roster.csv").header("Accept-Language", language), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String account, String path) {
        String proof = Base64.getEncoder().encodeToString(bytes(account + ":noroshi-demo"));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Basic " + proof);
    }

    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line of the file that has the word in one of its cells; empty for none. */
    private String rowOf(String word) {
        return new String(export("admin", "ja").body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> List.of(line.split(",")).contains(word))
                .findFirst()
                .orElse("");
    }

    private List<String> rowsOf(String word) {
        return new String(export("admin", "ja").body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> List.of(line.split(",")).contains(word))
                .toList();
    }

    private static List<String> kinds(JsonNode seen) {
        return seen.get("changes")
                .valueStream()
                .map(it -> it.get("kind").asString())
                .toList();
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String unique() {
        return "取込　" + Long.toString(System.nanoTime(), 36);
    }
}
