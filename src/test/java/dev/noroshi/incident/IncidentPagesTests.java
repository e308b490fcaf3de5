package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The pages of cases as people use them in a browser: signed in, by forms. */
@NoroshiTest
class IncidentPagesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @LocalServerPort
    private int port;

    @Test
    void handlerFindsACaseAndWritesANote() throws Exception {
        String number = report();
        signIn("handler");

        assertThat(get("/incidents?status=open&q=" + number).body()).contains(number, "メール・FAXの誤送信");
        String page = get("/incidents/" + number).body();
        assertThat(page).contains("宛先を誤って", "hx-get=\"/incidents/" + number + "/tasks\"", "第一報を受付");
        assertThat(page).doesNotContain("??", "incident.entry.", "incident.fact.");

        HttpResponse<String> noted = post("/incidents/" + number + "/notes", page, Map.of("text", "電話で確認した"));
        assertThat(noted.statusCode()).isEqualTo(200);
        assertThat(noted.body()).contains("メモを記録しました。", "電話で確認した");
    }

    @Test
    void whatIsRefusedIsToldBesideTheFieldAndKept() throws Exception {
        String number = report();
        signIn("handler");
        String page = get("/incidents/" + number).body();

        HttpResponse<String> refused =
                post("/incidents/" + number + "/level", page, Map.of("level", "L9", "reason", "影響が広い"));

        assertThat(refused.body()).contains("id=\"level.level-error\"", "選択肢から選んでください。", "影響が広い</textarea>");
    }

    @Test
    void whoReportsSeesFactsButNotTheTimeline() throws Exception {
        String number = report();
        signIn("staff");

        HttpResponse<String> page = get("/incidents/" + number);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("宛先を誤って", "取下げを申請").doesNotContain("timeline-title", "メモを書く");
    }

    @Test
    void anEmptyListSaysSo() throws Exception {
        signIn("handler");

        assertThat(get("/incidents?q=no-such-thing").body()).contains("条件に合うインシデントはありません。");
    }

    private String report() throws Exception {
        Map<String, Object> body = Map.of(
                "type",
                "mis-send",
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "description",
                "宛先を誤って送信した",
                "reporter",
                Map.of("name", "職員", "section", "総務課", "phone", "2101"));
        HttpRequest request = HttpRequest.newBuilder(at("/api/v1/first-reports"))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("staff:noroshi-demo".getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("incident").asString();
    }

    private void signIn(String account) throws Exception {
        String page = get("/login").body();
        post("/login", page, Map.of("username", account, "password", "noroshi-demo"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> post(String path, String page, Map<String, String> values) throws Exception {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token.group(1)));
        values.forEach(
                (name, value) -> form.append('&').append(name).append('=').append(encoded(value)));
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(
                request.header("Accept", "text/html")
                        .header("Accept-Language", "ja")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
