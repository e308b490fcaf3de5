package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who may do what: every role at every door of the API, and a restricted case before those who must not know of it. */
@NoroshiTest
class AccessFlowTests {

    private static final List<String> EVERYBODY =
            List.of("staff", "manager", "handler2", "lead", "chief", "ciso", "admin", "auditor", "handler");

    @LocalServerPort
    private int port;

    private final JdbcClient database;

    @Autowired
    AccessFlowTests(JdbcClient database) {
        this.database = database;
    }

    /** In the order of {@link #EVERYBODY}. A case of the manager's section, reported by staff. */
    private static final String READING = """
            /api/v1/incidents/{n}                   200 200 200 200 200 200 404 200 200
            /api/v1/incidents/{n}/timeline          403 200 200 200 200 200 404 200 200
            /api/v1/incidents/{n}/process           403 200 200 200 200 200 404 200 200
            /api/v1/incidents/{n}/evidence          403 200 200 200 200 200 404 200 200
            /api/v1/incidents/{n}/evidence/none     403 404 404 404 404 404 404 404 404
            /api/v1/tasks?incident={n}              200 200 200 200 200 200 200 200 200
            /api/v1/tasks/{t}                       404 404 200 200 200 200 404 200 200
            /api/v1/escalations?incident={n}        403 200 200 200 200 200 404 200 200
            /api/v1/escalations                     403 200 200 200 200 200 200 200 200
            /api/v1/mails?incident={n}              403 200 200 200 200 200 404 200 200
            /api/v1/mails                           403 200 200 200 200 200 403 200 200
            /api/v1/reports?incident={n}            403 200 200 200 200 200 404 200 200
            /api/v1/reports                         200 200 200 200 200 200 200 200 200
            /api/v1/first-reports/{r}               200 200 200 200 200 200 404 200 200
            /api/v1/roster                          200 200 200 200 200 200 200 200 200
            /api/v1/roster/reach?role=ciso          403 200 200 200 200 200 200 200 200
            /api/v1/roster/reach                    403 200 200 200 200 200 200 200 200
            /api/v1/roster/preview                  403 200 200 200 200 200 200 200 200
            /api/v1/roster/call-tree                403 200 200 200 200 200 200 200 200
            /api/v1/roster.csv                      403 200 200 200 200 200 200 200 200
            /api/v1/roster/duties                   403 200 200 200 200 200 200 200 200
            /api/v1/plan/editions                   403 200 200 200 200 200 200 200 200
            /api/v1/assets                          403 200 200 200 200 200 200 200 200
            /api/v1/incidents/R8-9999               404 404 404 404 404 404 404 404 404
            /api/v1/incidents/R8-9999/timeline      404 404 404 404 404 404 404 404 404
            /api/v1/tasks/none                      404 404 404 404 404 404 404 404 404
            /api/v1/escalations/none                404 404 404 404 404 404 404 404 404
            """;

    /** 422: allowed, and then refused for what it says. */
    private static final String WRITING = """
            POST /api/v1/incidents/{n}/notes              {}                                  403 403 422 422 422 422 404 403 422
            POST /api/v1/incidents/{n}/level              {"level":"L0","reason":""}          403 403 422 422 422 422 404 403 422
            POST /api/v1/incidents/{n}/withdrawal         {"reason":""}                       422 403 422 422 422 422 404 403 422
            PATCH /api/v1/incidents/{n}                   {"reason":""}                       403 403 422 422 422 422 404 403 422
            POST /api/v1/tasks/{t}/completion             {"bogus":1}                         404 404 422 403 403 403 404 403 422
            POST /api/v1/escalations/none/acknowledgement {}                                  404 404 404 404 404 404 404 404 404
            POST /api/v1/first-reports                    {}                                  422 422 422 422 422 422 422 422 422
            POST /api/v1/first-reports                    {"drill":true,"type":"lost"}        403 403 403 422 403 403 422 403 403
            """;

    @Test
    void everyRoleReadsWhatItMayAndNoMore() {
        JsonNode report = report("staff", "mis-send", Map.of());
        String task = waitingTask(report.get("incident").asString());

        SoftAssertions all = new SoftAssertions();
        for (String row : READING.lines().toList()) {
            String[] words = row.split(" +");
            String path = filled(words[0], report, task);
            Map<String, Integer> expected = new HashMap<>();
            Map<String, Integer> found = new HashMap<>();
            for (int n = 0; n < EVERYBODY.size(); n++) {
                HttpResponse<String> answer =
                        Caller.program(port, EVERYBODY.get(n)).get(path);
                expected.put(EVERYBODY.get(n), Integer.valueOf(words[n + 1]));
                found.put(EVERYBODY.get(n), answer.statusCode());
                requireProblem(answer);
            }
            all.assertThat(found).as(path).isEqualTo(expected);
        }
        all.assertAll();
    }

    @Test
    void everyRoleWritesWhatItMayAndNoMore() {
        JsonNode report = report("staff", "mis-send", Map.of());
        String number = report.get("incident").asString();
        String task = waitingTask(number);

        SoftAssertions all = new SoftAssertions();
        for (String row : WRITING.lines().toList()) {
            String[] words = row.split(" +");
            String path = filled(words[1], report, task);
            Map<String, Integer> expected = new HashMap<>();
            Map<String, Integer> found = new HashMap<>();
            for (int n = 0; n < EVERYBODY.size(); n++) {
                HttpResponse<String> answer =
                        Caller.program(port, EVERYBODY.get(n)).json(words[0], path, words[2], "If-Match", "*");
                expected.put(EVERYBODY.get(n), Integer.valueOf(words[n + 3]));
                found.put(EVERYBODY.get(n), answer.statusCode());
                requireProblem(answer);
            }
            all.assertThat(found).as(path + " " + words[2]).isEqualTo(expected);
        }
        all.assertAll();
        for (String account : List.of("staff", "manager", "auditor", "admin")) {
            assertThat(attach(account, number)).as(account).isIn(403, 404);
            assertThat(Caller.program(port, account)
                            .json("POST", "/api/v1/tasks/" + task + "/claim", Map.of())
                            .statusCode())
                    .as(account)
                    .isIn(403, 404);
        }
        assertThat(attach("handler", number)).isEqualTo(201);
        assertThat(Caller.program(port, "handler")
                        .json("POST", "/api/v1/tasks/" + task + "/claim", Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.program(port, "handler2")
                        .json("POST", "/api/v1/tasks/" + task + "/claim", Map.of())
                        .statusCode())
                .as("somebody else has it")
                .isEqualTo(409);
    }

    @Test
    void staffSeeTheirOwnCasesAndSectionHeadsTheirSections() {
        String own = report("staff", "mis-send", Map.of()).get("incident").asString();
        String elsewhere = report("handler", "mis-send", Map.of("section", "税務課"))
                .get("incident")
                .asString();

        assertThat(numbers("staff")).contains(own).doesNotContain(elsewhere);
        assertThat(numbers("manager")).contains(own).doesNotContain(elsewhere);
        assertThat(numbers("lead")).contains(own, elsewhere);
        assertThat(numbers("auditor")).contains(own, elsewhere);
        assertThat(numbers("admin")).isEmpty();
        for (String account : List.of("staff", "manager", "admin")) {
            assertThat(Caller.program(port, account)
                            .get("/api/v1/incidents/" + elsewhere)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Caller.signedIn(port, account)
                            .get("/incidents/" + elsewhere)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aRestrictedCaseDoesNotExistForThoseItIsKeptFrom() {
        for (Map<String, Object> more :
                List.of(Map.<String, Object>of("type", "insider"), Map.<String, Object>of("withoutSuperior", true))) {
            String mark = "秘匿" + Long.toString(System.nanoTime(), 36);
            Map<String, Object> facts = new HashMap<>(more);
            facts.put("description", mark);
            JsonNode report = report("staff", "mis-send", facts);
            String number = report.get("incident").asString();
            String task = waitingTask(number);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> count("select count(*) from escalation where incident = ?", number) > 0);
            String call = database.sql("select id from escalation where incident = ? limit 1")
                    .param(number)
                    .query(String.class)
                    .single();

            for (String account : List.of("manager", "handler2", "admin", "ciso", "auditor")) {
                Caller program = Caller.program(port, account);
                Caller browser = Caller.signedIn(port, account);
                for (String path : List.of("", "/timeline", "/process", "/evidence")) {
                    assertThat(program.get("/api/v1/incidents/" + number + path).statusCode())
                            .as(account + path)
                            .isEqualTo(404);
                }
                for (String path : List.of("", "/tasks", "/process", "/mails", "/calls", "/reports")) {
                    assertThat(browser.get("/incidents/" + number + path).statusCode())
                            .as(account + path)
                            .isEqualTo(404);
                }
                for (String path : List.of(
                        "/api/v1/tasks/" + task,
                        "/api/v1/escalations/" + call,
                        "/api/v1/first-reports/" + report.get("receipt").asString())) {
                    assertThat(program.get(path).statusCode())
                            .as(account + path)
                            .isEqualTo(404);
                }
                for (String path : List.of(
                        "/tasks/" + task,
                        "/escalations/" + call,
                        "/report/receipts/" + report.get("receipt").asString())) {
                    assertThat(browser.get(path).statusCode())
                            .as(account + path)
                            .isEqualTo(404);
                }
                for (String list : List.of(
                        "incidents?q=" + number,
                        "incidents?size=200",
                        "tasks?size=200",
                        "escalations?size=200",
                        "mails?size=200",
                        "reports?size=200")) {
                    assertThat(program.get("/api/v1/" + list).body())
                            .as(account + list)
                            .doesNotContain("\"incident\":\"" + number, "\"number\":\"" + number, mark);
                }
                for (String page : List.of(
                        "/incidents?q=" + number, "/tasks?tab=all", "/tasks", "/escalations?incident=" + number)) {
                    assertThat(browser.get(page).body())
                            .as(account + page)
                            .doesNotContain("/incidents/" + number, mark, task);
                }
            }
            assertThat(numbers("handler")).contains(number);
            assertThat(numbers("lead")).contains(number);
            assertThat(numbers("chief")).contains(number);
            assertThat(numbers("staff")).contains(number);
            assertThat(count(
                            "select count(*) from mail_out where incident = ? and recipients regexp 'ciso@|auditor@'",
                            number))
                    .isZero();
            assertThat(count(
                            "select count(*) from mail_out where incident = ? and recipients like '%manager@%'",
                            number))
                    .as("letters to the head of the section")
                    .isZero();
            assertThat(count(
                            "select count(*) from mail_out where incident = ? and recipients like '%handler2@%'",
                            number))
                    .isZero();
            assertThat(count(
                            "select count(*) from mail_out where incident = ? and recipients = 'handler@city.example.jp'",
                            number))
                    .as("letters to who holds the window")
                    .isPositive();
        }
    }

    @Test
    void theCisoReadsARestrictedCaseFromTheMomentHeIsAskedToDecide() {
        String secret = "内偵" + Long.toString(System.nanoTime(), 36);
        CaseClient city = new CaseClient(port);
        String number = city.report("insider", Map.of("description", secret));
        Caller ciso = Caller.program(port, "ciso");
        assertThat(ciso.get("/api/v1/incidents/" + number).statusCode()).isEqualTo(404);

        city.complete("handler", number, "userTask_receive", Map.of());
        city.complete("handler", number, "userTask_evaluate", Map.of("reason", secret));
        String task = city.waiting(number, "userTask_acknowledgeByCiso");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count(
                                "select count(*) from mail_out where incident = ? and recipients = 'ciso@city.example.jp'",
                                number)
                        > 0);

        assertThat(ciso.get("/api/v1/incidents/" + number).body()).contains(secret);
        assertThat(ciso.get("/api/v1/incidents/" + number + "/timeline").statusCode())
                .isEqualTo(200);
        assertThat(Caller.signedIn(port, "ciso").get("/tasks?tab=roles").body()).contains(number);
        assertThat(city.completion("ciso", task, Map.of()).status()).isEqualTo(200);
        for (String account : List.of("manager", "handler2", "admin", "auditor")) {
            assertThat(Caller.program(port, account)
                            .get("/api/v1/incidents/" + number)
                            .statusCode())
                    .as(account)
                    .isEqualTo(404);
            assertThat(Caller.signedIn(port, account).get("/tasks?tab=all").body())
                    .as(account)
                    .doesNotContain(number, task);
        }
    }

    @Test
    void theAuditorReadsWhoDidWhatWithARestrictedCaseAndNothingOfItsContents() {
        String secret = "内偵" + Long.toString(System.nanoTime(), 36);
        CaseClient city = new CaseClient(port);
        String restricted = city.report("insider", Map.of());
        String open = city.report("mis-send", Map.of());
        for (String number : List.of(restricted, open)) {
            city.waiting(number, "userTask_receive");
            assertThat(city.patch(
                                    "handler",
                                    "/api/v1/incidents/" + number,
                                    "*",
                                    Map.of("place", "本庁", "reason", secret))
                            .status())
                    .isEqualTo(200);
        }
        Caller auditor = Caller.signedIn(port, "auditor");

        assertThat(auditor.get("/journal?subject=" + open).body()).contains(open, secret);
        assertThat(auditor.get("/journal?subject=" + restricted).body())
                .contains(restricted)
                .doesNotContain(secret);
        assertThat(auditor.get("/incidents/" + restricted).statusCode()).isEqualTo(404);
    }

    @Test
    void whoReportsARestrictedCaseSeesNoMoreOfItThanTheReport() {
        String number = report("handler2", "insider", Map.of()).get("incident").asString();
        Caller reporter = Caller.program(port, "handler2");
        waitingTask(number);

        assertThat(reporter.get("/api/v1/incidents/" + number).statusCode()).isEqualTo(200);
        assertThat(reporter.get("/api/v1/incidents/" + number + "/timeline").statusCode())
                .isEqualTo(403);
        assertThat(reporter.json("POST", "/api/v1/incidents/" + number + "/notes", Map.of("text", "x"))
                        .statusCode())
                .isEqualTo(403);
        for (String list : List.of("tasks", "mails", "escalations", "reports")) {
            assertThat(reporter.get("/api/v1/" + list + "?size=200").body())
                    .as(list)
                    .doesNotContain("\"" + number);
        }
    }

    @Test
    void aCorrectionSaysWhichStateItStartsFrom() {
        String path = "/api/v1/incidents/"
                + report("staff", "mis-send", Map.of()).get("incident").asString();
        Caller handler = Caller.program(port, "handler");
        waitingTask(path.substring(path.lastIndexOf('/') + 1));
        String etag = handler.get(path).headers().firstValue("ETag").orElseThrow();
        Map<String, Object> change = Map.of("place", "本庁舎", "reason", "確認した");

        assertThat(handler.json("PATCH", path, change, "If-Match", "\"0\"").statusCode())
                .isEqualTo(412);
        for (String weak : new String[] {"W/" + etag, "W/" + etag + ", \"0\"", "\"yesterday\""}) {
            assertThat(handler.json("PATCH", path, change, "If-Match", weak).statusCode())
                    .as(weak)
                    .isEqualTo(412);
        }
        assertThat(handler.json("PATCH", path, change, "If-Match", "yesterday").statusCode())
                .isEqualTo(422);
        HttpResponse<String> changed = handler.json("PATCH", path, change, "If-Match", "\"0\", " + etag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).isPresent().isNotEqualTo(etag);
        assertThat(handler.json("PATCH", path, change, "If-Match", etag).statusCode())
                .isEqualTo(412);
        assertThat(handler.json("PATCH", path, Map.of("place", "第二庁舎", "reason", "再確認した"))
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode report(String account, String type, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type", type, "discoveredAt", Instant.now().minusSeconds(60).toString(), "description", "宛先を誤って送信した"));
        Map<String, Object> facts = new HashMap<>(more);
        Object section = facts.remove("section");
        body.put("reporter", Map.of("name", "職員", "section", section == null ? "総務課" : section, "phone", "2101"));
        body.putAll(facts);
        HttpResponse<String> answer = Caller.program(port, account).json("POST", "/api/v1/first-reports", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Caller.read(answer);
    }

    private String waitingTask(String number) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        count("select count(*) from task where incident = ? and element = 'userTask_receive'", number)
                                > 0);
        return database.sql("select id from task where incident = ? and element = 'userTask_receive'")
                .param(number)
                .query(String.class)
                .single();
    }

    private List<String> numbers(String account) {
        return Caller.read(Caller.program(port, account).get("/api/v1/incidents?size=200"))
                .get("items")
                .valueStream()
                .map(item -> item.get("number").asString())
                .toList();
    }

    private int attach(String account, String number) {
        Caller caller = Caller.program(port, account);
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nlog\r\n--b--\r\n";
        return caller.send(caller.request("/api/v1/incidents/" + number + "/evidence")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private long count(String sql, String number) {
        return database.sql(sql).param(number).query(Long.class).single();
    }

    private static String filled(String path, JsonNode report, String task) {
        return path.replace("{n}", report.get("incident").asString())
                .replace("{r}", report.get("receipt").asString())
                .replace("{t}", task);
    }

    private static void requireProblem(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(answer.uri().toString())
                    .startsWith("application/problem+json");
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
            assertThat(answer.body()).doesNotContain("Exception", "dev.noroshi");
        }
    }
}
