package dev.noroshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a stranger meets who knocks at every door: rules on every answer, nothing internal in any. */
@NoroshiTest
class FrontDoorFlowTests {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/nope",
                "/error",
                "/setup",
                "/demo/mail",
                "/assets/noroshi.css",
                "/assets/none.css",
                "/login;x=1",
                "/api/v1/incidents",
                "/api/v1/nope",
                "/actuator/health",
                "/actuator/env",
                "/v3/api-docs",
                "/tasks",
                "//login",
                "/engine-rest",
                "/%2e%2e/etc/passwd",
                "/a%00b",
                "/assets/..%2f..%2fapplication.yml",
                "/api/v1/%2e%2e",
                "/api/%00"
            })
    void everyAnswerForbidsForeignScriptAndFrames(String path) throws IOException {
        for (String method : new String[] {"GET", "POST", "DELETE", "TRACE", "FOO"}) {
            String answer = raw(method + " " + path + " HTTP/1.1");

            assertThat(header(answer, "Content-Security-Policy"))
                    .as(method + " " + path + "\n" + answer)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'")
                    .contains("form-action 'self'", "object-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "http:");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Server")).isEmpty();
            assertThat(answer)
                    .doesNotContain(
                            "Exception", "at dev.noroshi", "at org.", "Tomcat", "Whitelabel", "<style", "style=\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /login, 405",
        "TRACE, /api/v1/incidents, 405",
        "FOO, /login, 400",
        "GET, /engine-rest/engine, 404",
        "GET, /camunda/app/cockpit, 404",
        "GET, /app/admin, 404",
        "GET, /api/v1/incidents, 401",
        "GET, /api/v1/nope, 401",
        "POST, /api/v1/first-reports, 401",
        "GET, /actuator, 401",
        "GET, /actuator/env, 401",
        "GET, /actuator/prometheus, 401",
        "GET, /v3/api-docs, 401",
        "GET, /actuator/health, 200",
        "GET, /tasks, 302",
        "GET, /incidents, 302",
        "GET, /admin, 302",
        "POST, /report, 403",
        "POST, /logout, 403"
    })
    void strangersComeNoFurther(String method, String path, int status) throws IOException {
        String answer = raw(method + " " + path + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status == 401) {
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
            assertThat(header(answer, "Location")).isEmpty();
            assertThat(answer).contains("/problems/sign-in.required");
        }
        if (status == 401 && method.equals("GET")) {
            assertThat(header(answer, "Set-Cookie")).isEmpty();
        }
        if (status == 302) {
            assertThat(header(answer, "Location")).isEqualTo("/login");
        }
    }

    /** Whatever page is added: who is not signed in is led to the sign-in, but for the doors themselves. */
    @Test
    void everyPageLeadsStrangersToTheSignIn() {
        Set<String> open = Set.of("/login", "/setup", "/error");
        List<String> pages = mappings.getHandlerMethods().entrySet().stream()
                .filter(it -> !AnnotatedElementUtils.hasAnnotation(it.getValue().getBeanType(), ResponseBody.class))
                .filter(it -> {
                    Set<RequestMethod> methods =
                            it.getKey().getMethodsCondition().getMethods();
                    return methods.isEmpty() || methods.contains(RequestMethod.GET);
                })
                .flatMap(it -> it.getKey().getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "x"))
                .filter(path -> !open.contains(path) && !path.startsWith("/demo/"))
                .distinct()
                .toList();

        assertThat(pages).contains("/", "/assets", "/tasks", "/incidents/x", "/escalations/x", "/admin", "/journal");
        for (String page : pages) {
            HttpResponse<String> answer = Caller.stranger(port).get(page);

            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).as(page).hasValue("/login");
        }
        for (String file : new String[] {"noroshi.css", "noroshi.js", "noroshi.svg", "plan.css", "plan.js"}) {
            assertThat(Caller.stranger(port).get("/assets/" + file).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
    }

    @Test
    void healthSaysNoMoreThanUp() {
        assertThat(Caller.stranger(port).get("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "database", "MariaDB", "version");
        assertThat(Caller.program(port, "handler").get("/actuator/prometheus").statusCode())
                .isEqualTo(403);
        assertThat(Caller.program(port, "admin").get("/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes");
        assertThat(Caller.program(port, "staff").get("/v3/api-docs").body()).contains("/api/v1/first-reports");
    }

    @Test
    void theEnginesDoorsAreAbsentForAdministratorsToo() {
        Caller admin = Caller.signedIn(port, "admin");

        for (String path : new String[] {"/engine-rest/engine", "/camunda/", "/app/welcome/default/", "/h2-console"}) {
            assertThat(admin.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(Caller.program(port, "admin").get("/api/v1/nope").statusCode())
                .isEqualTo(404);
    }

    /** Each kind of refusal once, whoever of the server, its filters, and ours it comes from. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nope, application/json, 404, page.unknown",
        "POST, /api/nope, application/json, 404, page.unknown",
        "DELETE, /api/v1/incidents, application/json, 405, method.unknown",
        "PUT, /api/v1/tasks, application/json, 405, method.unknown",
        "GET, /api/v1/incidents, text/csv, 406, media.unknown",
        "POST, /api/v1/first-reports, application/json, 415, media.unknown",
        "POST, /api/v1/incidents/R8-0001/evidence, application/json, 415, media.unknown",
        "GET, /api/v1/incidents/R8-99999, application/json, 404, incident.unknown",
        "GET, /api/v1/incidents/R8-0001%0a, application/json, 400, address.unusable",
        "GET, /api/v1/incidents/R8-0001%09, application/json, 404, incident.unknown",
        "GET, /api/v1/first-reports/AB%0d%0a, application/json, 400, address.unusable",
        "GET, /api/v1/escalations/R8-0001-C1%0a, application/json, 400, address.unusable",
        "GET, /api/v1/tasks/none%0a, application/json, 400, address.unusable",
        "GET, /actuator/prometheus, application/json, 403, not-yours"
    })
    void problemsFollowTheLanguageAsked(String method, String path, String accept, int status, String code) {
        Caller handler = Caller.program(port, "handler");

        for (String language : new String[] {"en", "ja", "en-GB,ja;q=0.5"}) {
            HttpResponse<String> answer = handler.send(
                    handler.request(path, "Accept-Language", language, "Accept", accept, "Content-Type", "text/plain")
                            .method(method, BodyPublishers.ofString("x")));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(Caller.read(answer).get("type").asString()).isEqualTo("/problems/" + code);
            assertThat(JAPANESE.matcher(answer.body()).find()).as(answer.body()).isEqualTo(language.equals("ja"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%00", "/api/v1/a%2fb", "/api/v1/nope", "/v3/api-docs"})
    void whatTheServerItselfRefusesFollowsItToo(String path) throws IOException {
        String english = raw("GET " + path + " HTTP/1.1\r\nAccept-Language: en");

        assertThat(english).contains("application/problem+json");
        assertThat(JAPANESE.matcher(english).find()).as(english).isFalse();
        assertThat(JAPANESE.matcher(raw("GET " + path + " HTTP/1.1")).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/incidents?q=%ff HTTP/1.1",
                "GET /api/v1/tasks?assignee=%ED%A0%80 HTTP/1.1",
                "GET /api/v1/mails?incident=%c3%28 HTTP/1.1",
                "POST /api/v1/incidents/R8-99999/reopenings HTTP/1.1\r\nContent-Type: application/json\r\nIdempotency-Key: \u65e5",
                "PATCH /api/v1/incidents/R8-99999 HTTP/1.1\r\nContent-Type: application/json\r\nIf-Match: \u65e5"
            })
    void whatIsNoTextIsUnreadableAndNoFailureOfOurs(String line) throws IOException {
        String handler = Base64.getEncoder().encodeToString("handler:noroshi-demo".getBytes(StandardCharsets.UTF_8));

        String answer = raw(line + "\r\nAuthorization: Basic " + handler);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "/problems/input.unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Accept: \u65e5\u672c", "Accept-Language: \u65e5\u672c", "Accept: a/b\r\nAccept: \u65e5\u672c"})
    void aHeaderThatIsNoTextIsSaidInWords(String header) throws IOException {
        String api = raw("GET /api/v1/incidents HTTP/1.1\r\n" + header);
        String page = raw("GET /login HTTP/1.1\r\n" + header);

        assertThat(api)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "/problems/header.unreadable", "見出し");
        assertThat(page).startsWith("HTTP/1.1 400").contains("<h1>この操作は受け付けられません。</h1>");
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html", "garbage", "application/json;q=abc"})
    void nothingIsDoneWhoseAnswerNobodyWouldTake(String accept) {
        Caller staff = Caller.program(port, "staff");
        Caller handler = Caller.program(port, "handler");
        String words = "受け取られない返事 " + System.nanoTime();
        Map<String, Object> report = Map.of(
                "type",
                "lost",
                "discoveredAt",
                "2026-01-05T09:00:00+09:00",
                "description",
                words,
                "reporter",
                Map.of("name", "職員", "section", "総務課", "phone", "2101"));
        String search = "/api/v1/incidents?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);

        HttpResponse<String> refused = staff.json("POST", "/api/v1/first-reports", report, "Accept", accept);

        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(Caller.read(refused).get("type").asString()).isEqualTo("/problems/media.unknown");
        assertThat(Caller.read(handler.get(search)).get("total").asInt()).isZero();
        assertThat(staff.json("POST", "/api/v1/first-reports", report, "Accept", "application/json")
                        .statusCode())
                .isEqualTo(201);
        assertThat(Caller.read(handler.get(search)).get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aFormSentAfterItsSessionLeadsBackToItself() {
        Caller nobody = Caller.stranger(port);
        String page = "http://localhost:" + port + "/report?x=1";

        HttpResponse<String> unsent = nobody.form("/report", Map.of("type", "lost"), "Referer", page);
        assertThat(unsent.statusCode()).isEqualTo(302);
        assertThat(unsent.headers().firstValue("Location")).hasValue("/login?unsent");
        assertThat(nobody.get("/login?unsent").body()).contains("まだ送信していません");
        assertThat(nobody.signIn("handler", "noroshi-demo").headers().firstValue("Location"))
                .hasValue("/report?x=1");
        assertThat(Caller.stranger(port)
                        .form("/logout", Map.of(), "Referer", page)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/login?signedOut");
        for (String elsewhere : new String[] {
            "http://localhost:" + port + "//evil.example/x", "https://evil.example/report", "mailto:x", "not an address"
        }) {
            assertThat(Caller.stranger(port)
                            .form("/report", Map.of("type", "lost"), "Referer", elsewhere)
                            .statusCode())
                    .as(elsewhere)
                    .isEqualTo(403);
        }
    }

    @Test
    void aFormOlderThanTheSignInSaysSo() {
        Caller handler = Caller.signedIn(port, "handler");

        HttpResponse<String> old = handler.form("/report", Map.of("_csrf", "x", "type", "lost"));

        assertThat(old.statusCode()).isEqualTo(403);
        assertThat(old.body()).contains("この画面からは送信できませんでした。", "画面が古くなっています");
    }

    @Test
    void casesAreNeverKeptInACache() {
        Caller handler = Caller.signedIn(port, "handler");

        for (String path : new String[] {"/incidents", "/tasks", "/mails", "/api/v1/incidents", "/report"}) {
            assertThat(handler.get(path).headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        Caller handler = Caller.signedIn(port, "handler");

        HttpResponse<String> withoutToken = handler.form("/report", Map.of("type", "lost"));
        HttpResponse<String> withWrongToken = handler.form("/report", Map.of("_csrf", "x"));
        HttpResponse<String> api = handler.json("POST", "/api/v1/incidents/R8-0001/notes", Map.of("text", "x"));
        HttpResponse<String> plain = handler.send(handler.request("/api/v1/first-reports")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(withoutToken.statusCode()).isEqualTo(403);
        assertThat(withWrongToken.statusCode()).isEqualTo(403);
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(plain.statusCode()).isEqualTo(403);
    }

    @Test
    void aSignInLeadsToNoOtherSite() {
        Caller victim = Caller.stranger(port);

        victim.get("//evil.example/x");
        HttpResponse<String> answer = victim.submit(
                "/login?continue=https://evil.example&redirect=//evil.example",
                "/login?next=https://evil.example",
                Map.of("username", "handler", "password", "noroshi-demo"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void theNamedHostDecidesNothing() throws IOException {
        String answer = raw("GET /tasks HTTP/1.1", "evil.example");

        assertThat(answer).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
    }

    private String raw(String line) throws IOException {
        return raw(line, "localhost");
    }

    /** Sends just these bytes: a client library would tidy the address. */
    private String raw(String line, String host) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(String answer, String name) {
        return answer.lines()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
