package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** Text that wants to be more than text: markup, headers, paths, and numbers that must never be stored. */
@NoroshiTest
class MarkupFlowTests {

    private static final String EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}[[${7*7}]]";
    private static final String INDIVIDUAL_NUMBER = "１２３４-5678-９０１８";

    @LocalServerPort
    private int port;

    private final JdbcClient database;
    private final JavaMailSender mail;

    @Autowired
    MarkupFlowTests(JdbcClient database, JavaMailSender mail) {
        this.database = database;
        this.mail = mail;
    }

    @Test
    void markupIsShownAsTypedOnEveryPage() {
        String number = report(Map.of(
                "description",
                EVIL,
                "place",
                EVIL,
                "onBehalfOf",
                EVIL,
                "businessImpact",
                EVIL,
                "contractor",
                EVIL,
                "assets",
                List.of(EVIL),
                "actionsTaken",
                List.of(EVIL),
                "reporter",
                Map.of("name", EVIL, "section", EVIL, "phone", "<b>2101</b>")));
        Caller handler = Caller.signedIn(port, "handler");
        Caller program = Caller.program(port, "handler");
        program.json("POST", "/api/v1/incidents/" + number + "/notes", Map.of("text", EVIL));
        program.json("POST", "/api/v1/incidents/" + number + "/level", Map.of("level", "L4", "reason", EVIL));
        attach(number, "<img src=x onerror=alert(1)>.txt", "log");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from task where incident = ?", number) > 0
                        && count("select count(*) from escalation where incident = ?", number) > 0
                        && count("select count(*) from mail_out where incident = ?", number) > 1);
        String task = one("select id from task where incident = ? limit 1", number);
        String call = one("select id from escalation where incident = ? limit 1", number);
        String receipt = one("select receipt from first_report where incident = ?", number);
        program.json("POST", "/api/v1/tasks/" + task + "/claim", Map.of());

        for (String page : List.of(
                "/incidents",
                "/incidents?q=" + number,
                "/incidents/" + number,
                "/incidents/" + number + "/tasks",
                "/incidents/" + number + "/process",
                "/incidents/" + number + "/mails",
                "/incidents/" + number + "/calls",
                "/incidents/" + number + "/reports",
                "/tasks",
                "/tasks/" + task,
                "/escalations",
                "/escalations?incident=%3Cscript%3Ealert(1)%3C/script%3E",
                "/escalations/" + call,
                "/report/receipts/" + receipt,
                "/incidents?q=%3Cscript%3Ealert(1)%3C/script%3E&level=&type=")) {
            HttpResponse<String> shown = handler.get(page);
            assertThat(shown.statusCode()).as(page).isEqualTo(200);
            assertThat(shown.body())
                    .as(page)
                    .doesNotContain("<script>alert", "<img src=x", "<b>2101", "onerror=alert(1)>\"", ">49<", "{{49}}");
        }
        assertThat(handler.get("/incidents/" + number).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;2101&lt;/b&gt;", "[[${7*7}]]");
        assertThat(Caller.read(program.get("/api/v1/incidents/" + number)).toString())
                .contains("<script>alert(1)</script>");
    }

    @Test
    void markupInAMailToTheWindowIsShownAsText() throws Exception {
        String mark = UUID.randomUUID().toString();
        MimeMessage letter = mail.createMimeMessage();
        letter.setFrom(new InternetAddress("staff@city.example.jp", "<script>alert(1)</script>"));
        letter.setRecipients(MimeMessage.RecipientType.TO, "csirt@city.example.jp");
        letter.setSubject(mark + EVIL, "UTF-8");
        letter.setContent("<html><body>" + EVIL + "</body></html>", "text/html; charset=UTF-8");
        mail.send(letter);
        Caller handler = Caller.signedIn(port, "handler");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> handler.get("/mails").body().contains(mark));

        assertThat(handler.get("/mails").body()).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void lineBreaksMakeNoHeaders() {
        HttpResponse<String> refused = send(
                Map.of("reporter", Map.of("name", "佐藤\r\nBcc: all@evil.example", "section", "総務課", "phone", "2101")));
        assertThat(refused.statusCode()).isEqualTo(422);

        String number = report(Map.of("description", "一行目\r\nBcc: all@evil.example\r\n\r\n本文"));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from mail_out where incident = ?", number) > 1);
        assertThat(database.sql("select subject from mail_out where incident = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .allSatisfy(subject -> assertThat(subject).doesNotContain("\r", "\n"));
        assertThat(count("select count(*) from mail_out where incident = ? and recipients like '%evil%'", number))
                .isZero();
    }

    @Test
    void linksInLettersComeFromTheSetting() {
        Map<String, Object> body = new HashMap<>(Map.of("description", "宛先を誤って送信した"));
        Caller staff = Caller.program(port, "staff");
        HttpResponse<String> answer = staff.json(
                "POST",
                "/api/v1/first-reports",
                complete(body),
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "host=evil.example");
        String number = Caller.read(answer).get("incident").asString();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from mail_out where incident = ?", number) > 1);

        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil");
        assertThat(count("select count(*) from mail_out where incident = ? and body like '%evil%'", number))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "C:\\windows\\髙橋の記録.txt, 髙橋の記録.txt",
        "'a;b=\"c\".txt', a;b=c.txt",
        "😀 と 空白.txt, 😀 と 空白.txt"
    })
    void evidenceComesBackAsAFileToKeep(String name, String kept) {
        String number = report(Map.of());
        HttpResponse<String> attached = attach(number, name, "<script>alert(1)</script>");
        assertThat(attached.statusCode()).as(attached.body()).isEqualTo(201);
        assertThat(Caller.read(attached).get("name").asString()).isEqualTo(kept);
        String id = Caller.read(attached).get("id").asString();

        for (HttpResponse<String> file : List.of(
                Caller.program(port, "handler").get("/api/v1/incidents/" + number + "/evidence/" + id),
                Caller.signedIn(port, "handler").get("/incidents/" + number + "/evidence/" + id))) {
            assertThat(file.statusCode()).isEqualTo(200);
            String how = file.headers().firstValue("Content-Disposition").orElse("");
            assertThat(how)
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''")
                    .matches("[ -~]*");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(file.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(file.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(rule -> assertThat(rule).contains("no-store"));
            assertThat(file.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(file.body()).isEqualTo("<script>alert(1)</script>");
        }
    }

    @Test
    void whatIsNoEvidenceIsRefused() {
        String number = report(Map.of());

        for (String name :
                List.of("virus.exe", "page.html", "image.svg", "a.txt.js", "..", "", "x".repeat(300) + ".txt")) {
            assertThat(attach(number, name, "x").statusCode()).as(name).isEqualTo(422);
        }
        assertThat(attach(number, "picture.png", "no picture").statusCode()).isEqualTo(422);
        assertThat(attach(number, "program.txt", "MZ\u0090").statusCode()).isEqualTo(422);
        assertThat(attach(number, "large.txt", "a".repeat(10 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        assertThat(attach(number, "larger.txt", "a".repeat(12 * 1024 * 1024)).statusCode())
                .isEqualTo(413);
        assertThat(count("select count(*) from incident_evidence where incident = ?", number))
                .isZero();
        String mine = Caller.read(attach(number, "a.txt", "x")).get("id").asString();
        assertThat(Caller.program(port, "handler")
                        .get("/api/v1/incidents/" + report(Map.of()) + "/evidence/" + mine)
                        .statusCode())
                .as("evidence of another case")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan/runbooks/..%2f..%2fapplication",
                "/plan/runbooks/%2e%2e%2f%2e%2e%2fapplication.yml",
                "/plan/runbooks/RB-99",
                "/plan/runbooks/RB-01.ja.md",
                "/plan/runbooks/..",
                "/plan/runbooks/..%5c..%5cpom",
                "/plan/diagrams/none/incident-response",
                "/plan/diagrams/1/..%2f..%2fpom",
                "/plan/diagrams/1/nothing",
                "/plan/diagrams/1'%20or%20'1'='1/triage",
                "/incidents/..%2fadmin",
                "/incidents/R8-0001%00",
                "/tasks/'%20or%20'1'='1",
                "/escalations/..;/admin",
                "/report/receipts/..%2f..%2fadmin",
                "/mails/1%20or%201"
            })
    void pathsLeadNowhereElse(String path) {
        HttpResponse<String> answer = Caller.signedIn(port, "lead").get(path);

        assertThat(answer.statusCode()).as(path).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "spring:", "<project", "dev.noroshi", "SQL");
    }

    @Test
    void anIndividualNumberEntersNoTextOfTheWork() {
        String number = report(Map.of());
        Caller handler = Caller.program(port, "handler");
        String path = "/api/v1/incidents/" + number;
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        count("select count(*) from task where incident = ? and element = 'userTask_receive'", number)
                                > 0);
        String task = one("select id from task where incident = ? and element = 'userTask_receive'", number);

        requireStopped(handler.json("POST", path + "/notes", Map.of("text", "番号" + INDIVIDUAL_NUMBER)), "text");
        requireStopped(
                handler.json("POST", path + "/level", Map.of("level", "L4", "reason", INDIVIDUAL_NUMBER)), "reason");
        requireStopped(handler.json("POST", path + "/withdrawal", Map.of("reason", INDIVIDUAL_NUMBER)), "reason");
        requireStopped(
                handler.json("PATCH", path, Map.of("place", INDIVIDUAL_NUMBER, "reason", "訂正"), "If-Match", "*"),
                "place");
        requireStopped(
                handler.json("PATCH", path, Map.of("place", "本庁", "reason", INDIVIDUAL_NUMBER), "If-Match", "*"),
                "reason");
        requireStopped(
                handler.json("POST", "/api/v1/tasks/" + task + "/completion", Map.of("note", INDIVIDUAL_NUMBER)),
                "note");
        requireStopped(
                handler.json("POST", "/api/v1/tasks/" + task + "/completion", Map.of("note", "a\u202Eb")),
                "note",
                "control");
        requireStopped(
                handler.json("POST", "/api/v1/tasks/" + task + "/completion", Map.of("note", "a".repeat(10_001))),
                "note",
                "too-long");
        Caller browser = Caller.signedIn(port, "handler");
        HttpResponse<String> kept =
                browser.submit("/tasks/" + task, "/tasks/" + task + "/completion", Map.of("note", INDIVIDUAL_NUMBER));

        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(kept.body()).contains("マイナンバーと思われる", INDIVIDUAL_NUMBER + "</textarea>");
        for (String text :
                List.of("incident_entry where text", "incident_decision where reason", "incident where facts")) {
            assertThat(database.sql("select count(*) from " + text + " like '%９０１８%'")
                            .query(Long.class)
                            .single())
                    .as(text)
                    .isZero();
        }
    }

    private static void requireStopped(HttpResponse<String> answer, String field) {
        requireStopped(answer, field, "my-number");
    }

    private static void requireStopped(HttpResponse<String> answer, String field, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Caller.read(answer).get("errors").get(0).get("field").asString())
                .isEqualTo(field);
        assertThat(Caller.read(answer).get("errors").get(0).get("code").asString())
                .isEqualTo(code);
    }

    private String report(Map<String, Object> more) {
        HttpResponse<String> answer = send(more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Caller.read(answer).get("incident").asString();
    }

    private HttpResponse<String> send(Map<String, Object> more) {
        return Caller.program(port, "handler").json("POST", "/api/v1/first-reports", complete(more));
    }

    private static Map<String, Object> complete(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type",
                "mis-send",
                "discoveredAt",
                Instant.now().minusSeconds(60).toString(),
                "description",
                "宛先を誤って送信した",
                "reporter",
                Map.of("name", "職員", "section", "総務課", "phone", "2101")));
        body.putAll(more);
        return body;
    }

    private HttpResponse<String> attach(String number, String name, String content) {
        Caller caller = Caller.program(port, "handler");
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\r\nContent-Type: text/html\r\n\r\n" + content
                + "\r\n--b--\r\n";
        return caller.send(caller.request("/api/v1/incidents/" + number + "/evidence")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));
    }

    private long count(String sql, String number) {
        return database.sql(sql).param(number).query(Long.class).single();
    }

    private String one(String sql, String number) {
        return database.sql(sql).param(number).query(String.class).single();
    }
}
