package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Mailbox.Mail;
import dev.noroshi.demo.MailServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The last day of March and the first of April: posts and sections change, cases go on, and answers come from home. */
class ReorganisationFlowTests {

    private static final String HOME = "takahashi.kenta@example.net";
    private static final String APRIL = "2027-04-01";

    private final int port = NoroshiProcess.freePort();
    private final Map<String, String> database = TestDatabase.schema("noroshi_reorganisation");
    private final CaseClient city = new CaseClient(port);

    @Test
    void anOldCaseKeepsItsSectionsNameAndFindsWhoIsResponsibleNow() {
        try (MailServer mail = MailServer.start(0, 0)) {
            String number;
            try (NoroshiProcess ignored = startAt("2027-03-31T20:00", mail)) {
                number = city.report("malware", Map.of());
                aReplyFromAFurtherAddressAcknowledges(number, mail);
                whatChangesTomorrowIsEntered();
                assertThat(reached("2027-03-31T14:59:59Z")).contains("副市長").doesNotContain("市長職務代理者");
                assertThat(reached("2027-03-31T15:00:00Z")).contains("市長職務代理者");
            }
            try (NoroshiProcess ignored = startAt("2027-04-01T08:40", mail)) {
                theCaseHasItsOldName(number);
                whoHeadsTheNewSectionSeesIt(number);
                whoHeadsTheNewSectionIsTold(number);
                assertThat(new PageClient(port, "lead").get("/roster/call-tree").body())
                        .contains("市長職務代理者", "総務企画課")
                        .doesNotContain("総務課");
            }
        }
    }

    private NoroshiProcess startAt(String moment, MailServer mail) {
        List<String> arguments = new ArrayList<>(List.of(
                "--noroshi.demo.enabled=true",
                "--noroshi.demo.begins-at=" + moment,
                "--server.port=" + port,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.smtpPort(),
                "--noroshi.mail.imap.enabled=true",
                "--noroshi.mail.imap.host=127.0.0.1",
                "--noroshi.mail.imap.port=" + mail.imapPort(),
                "--noroshi.mail.imap.password=noroshi-demo"));
        database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return NoroshiProcess.demo(Map.of(), arguments.toArray(String[]::new)).awaitReady();
    }

    /** The letter is read over IMAP; the answer goes over SMTP from an address that only answers come from. */
    private void aReplyFromAFurtherAddressAcknowledges(String number, MailServer mail) {
        long handler = holder("csirt-handler", "handler");
        Mailbox office = new Mailbox("handler@city.example.jp", mail.smtpPort(), mail.imapPort());
        Mail letter = await("the call of " + number)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> office.read().stream()
                                .filter(it -> it.subject().contains(number)
                                        && it.subject().endsWith("]"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        Mailbox home = new Mailbox(HOME, mail.smtpPort(), mail.imapPort());

        home.answer(letter, "了解");
        await("a stranger's answer put aside")
                .atMost(Duration.ofSeconds(60))
                .until(() -> city.get("lead", "/api/v1/mails?size=200&incident=" + number)
                        .body()
                        .toString()
                        .contains(HOME));
        assertThat(answers(number)).as("nobody's address").isEmpty();

        assertThat(city.post(
                                "admin",
                                "/api/v1/roster/people/" + handler + "/contacts",
                                Map.of("kind", "reply", "value", "Takahashi.Kenta@Example.net"))
                        .status())
                .isEqualTo(201);
        home.answer(letter, "了解しました。");
        await("the answer from home")
                .atMost(Duration.ofSeconds(60))
                .until(() -> answers(number), found -> found.contains("handler mail"));
        assertThat(city.timeline(number)).anyMatch(line -> line.contains("高橋　健太"));
    }

    /** Account and way of each answer. */
    private List<String> answers(String number) {
        return StreamSupport.stream(
                        city.get("lead", "/api/v1/escalations?incident=" + number)
                                .body()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(call -> call.get("state").asString().equals("acknowledged"))
                .map(call -> call.get("answeredBy").asString() + " "
                        + call.get("via").asString())
                .toList();
    }

    private void whatChangesTomorrowIsEntered() {
        PageClient admin = new PageClient(port, "admin");
        String renewal = admin.get("/admin/accounts/renewal").body();
        for (String account : List.of("handler", "lead", "chief", "ciso", "staff", "manager", "auditor", "admin")) {
            admin.post("/admin/accounts/renewal", renewal, Map.of("account", account));
        }
        Map<String, Object> next = Map.of("name", "総務企画課", "department", "総務部", "from", APRIL);
        ok(city.post("admin", "/api/v1/roster/sections/" + section("総務課") + "/succession", next));
        ok(city.post(
                "admin",
                "/api/v1/roster/people/" + holder("ciso", "ciso") + "/posts",
                Map.of("title", "市長職務代理者", "section", "総務企画課", "from", APRIL)));
        for (JsonNode held : city.get("admin", "/api/v1/roster/appointments").body()) {
            if (held.get("role").asString().equals("section-manager")
                    && held.get("section").asString().equals("総務企画課")) {
                ok(city.post(
                        "admin",
                        "/api/v1/roster/appointments/" + held.get("id").asLong() + "/end",
                        Map.of("lastDay", "2027-03-31")));
            }
        }
        long auditor = holder("auditor", "auditor");
        ok(city.post(
                "admin",
                "/api/v1/roster/people/" + auditor + "/posts",
                Map.of("title", "総務企画課長", "section", "総務企画課", "from", APRIL)));
        ok(city.post(
                "admin",
                "/api/v1/roster/appointments",
                Map.of("role", "section-manager", "person", auditor, "section", "総務企画課", "from", APRIL)));
    }

    private String reached(String at) {
        return city.get("lead", "/api/v1/roster/reach?role=ciso&at=" + at)
                .body()
                .toString();
    }

    private void theCaseHasItsOldName(String number) {
        JsonNode incident = city.incident(number);
        assertThat(incident.get("section").asString()).isEqualTo("総務課");
        String page = new PageClient(port, "lead").get("/incidents/" + number).body();
        assertThat(page).contains("総務課（現 総務企画課）");
    }

    private void whoHeadsTheNewSectionSeesIt(String number) {
        assertThat(city.get("auditor", "/api/v1/incidents?size=50").body().toString())
                .contains(number);
        assertThat(city.get("manager", "/api/v1/incidents/" + number).status())
                .as("who headed it until yesterday")
                .isEqualTo(404);
    }

    /** By name of before, in a case of before and in a new one. */
    private void whoHeadsTheNewSectionIsTold(String number) {
        ok(city.post("handler", "/api/v1/incidents/" + number + "/withdrawal", Map.of("reason", "誤検知だった")));
        String late = city.report("mis-send", Map.of());
        for (String told : List.of(number, late)) {
            await("a letter about " + told)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> told(told, "auditor@city.example.jp"));
        }
        assertThat(told(late, "manager@city.example.jp")).isFalse();
    }

    private boolean told(String number, String address) {
        return StreamSupport.stream(
                        city.get("lead", "/api/v1/mails?size=200&direction=out&incident=" + number)
                                .body()
                                .get("items")
                                .spliterator(),
                        false)
                .anyMatch(mail -> mail.get("to").toString().contains(address));
    }

    private long section(String name) {
        return StreamSupport.stream(
                        city.get("admin", "/api/v1/roster/sections").body().spliterator(), false)
                .filter(it -> it.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    private long holder(String role, String account) {
        return StreamSupport.stream(
                        city.get("admin", "/api/v1/roster/reach?role=" + role)
                                .body()
                                .get("persons")
                                .spliterator(),
                        false)
                .filter(it -> it.get("account").asString().equals(account))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    private static void ok(CaseClient.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201, 204);
    }
}
