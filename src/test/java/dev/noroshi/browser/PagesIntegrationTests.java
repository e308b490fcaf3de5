package dev.noroshi.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.noroshi.plan.EditionClient;
import dev.noroshi.plan.RevisedPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every page, in both languages: accessible by axe, quiet in the console, whole on a telephone, without raw keys. */
@BrowserTest
class PagesIntegrationTests {

    /** Who takes a step, by its roles: no approver has applied before. */
    private static final Map<String, String> PEOPLE =
            new TreeMap<>(Map.of("chief", "chief", "ciso", "ciso", "csirt-handler", "handler", "window", "handler"));

    private final List<String> findings = new ArrayList<>();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void pagesBeforeAndBesideTheWork(String language) {
        try (Screen screen = new Screen(port, language)) {
            look(screen, "/login", "login");
            screen.page().fill("#username", "nobody");
            screen.page().fill("#password", "wrong");
            screen.page().click("main button");
            sound(screen, "login-refused");
            look(screen, "/demo/mail", "demo-mail");

            screen.signIn("staff");
            look(screen, "/report", "report");
            screen.page().click("main form .button--primary");
            sound(screen, "report-refused");
            look(screen, "/account/password", "password");
            look(screen, "/admin", "forbidden");
            look(screen, "/incidents/R8-9999", "unknown");
            screen.signIn("admin");
            for (String path : new String[] {
                "/admin",
                "/admin/accounts",
                "/admin/accounts/renewal",
                "/admin/people",
                "/admin/people/1",
                "/admin/people/import",
                "/admin/sections",
                "/admin/people/1/contacts",
                "/admin/people/1/posts",
                "/admin/letters",
                "/admin/letters/call-decide",
                "/admin/tokens",
                "/roster",
                "/roster/absences",
                "/roster/reach",
                "/roster/preview?level=L2",
                "/roster/duties",
                "/roster/call-tree",
                "/admin/calendar"
            }) {
                look(screen, path, path.substring(1).replaceAll("\\W", "-"));
            }
            look(screen, "/plan/stuck", "plan-stuck");
            screen.signIn("auditor");
            look(screen, "/incidents?q=no-such-thing", "incidents-empty");
            look(screen, "/escalations?incident=R8-9999", "calls-none");
            look(screen, "/journal", "journal");
            look(screen, "/plan", "plan");
            look(screen, "/plan/runbooks/RB-01", "runbook");
            look(screen, "/plan/vocabulary", "vocabulary");
            findings.removeIf(
                    it -> it.startsWith("vocabulary") && it.endsWith("raw ${")); // how words are written in a model
            look(screen, "/plan/editions/1", "plan-edition");
            look(screen, "/plan/editions/1/coverage", "plan-coverage");
            look(screen, "/assets", "assets");
            screen.signIn("chief");
            look(screen, "/tasks?tab=mine", "tasks-empty");
            screen.signIn("handler");
            look(screen, "/mails", "mails");
            look(screen, "/roster?q=高橋", "roster-found");
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void pagesOfAnEdition(String language) {
        RevisedPlan faulty = RevisedPlan.withAnnouncement()
                .replace("detect.bpmn", "camunda:candidateGroups=\"window\">", "camunda:candidateGroups=\"windov\">");
        EditionClient editions = new EditionClient(port);
        String wrong = "/plan/editions/" + editions.draft(faulty);
        String sound = "/plan/editions/" + editions.draft(RevisedPlan.withAnnouncement());
        try (Screen screen = new Screen(port, language).signIn("chief")) {
            look(screen, wrong, "edition-faulty");
            look(screen, sound, "edition");
            look(screen, "/plan/editions/1/moves", "moves");
            screen.signIn("lead");
            look(screen, "/plan", "plan-author");
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void pagesOfACase(String language) {
        CaseMaker cases = new CaseMaker(port);
        JsonNode report = cases.graveReport();
        String number = report.get("incident").asString();
        try (Screen staff = new Screen(port, language).signIn("staff")) {
            look(staff, "/report/receipts/" + report.get("receipt").asString(), "receipt");
            look(staff, "/incidents/" + number, "case-of-the-reporter");
        }
        Map<String, Screen> screens = new TreeMap<>();
        try {
            PEOPLE.values().stream().distinct().forEach(it -> screens.put(it, new Screen(port, language).signIn(it)));
            Map<String, Boolean> seen = new TreeMap<>();
            await().atMost(Duration.ofMinutes(8)).pollDelay(Duration.ZERO).until(() -> {
                for (JsonNode task : cases.waiting(number)) {
                    String account = holderOf(task);
                    if (seen.put(task.get("element").asString(), true) == null) {
                        look(
                                screens.get(account),
                                "/tasks/" + task.get("id").asString(),
                                "step-" + task.get("element").asString());
                    }
                    if (task.get("element").asString().equals("userTask_evaluate")) {
                        screens.get(account).page().click("form[action$=completion] .button--primary");
                        sound(screens.get(account), "step-refused");
                    }
                    if (seen.size() == 5 && seen.put("case", true) == null) {
                        caseInTheMiddle(screens.get("handler"), number);
                    }
                    // while the office is closed the window telephones besides, and who takes the step spares it that
                    if (!task.get("element").asString().equals("userTask_telephone")) {
                        cases.complete(account, task.get("id").asString());
                    }
                }
                return cases.get("lead", "/api/v1/incidents/" + number)
                        .get("status")
                        .asString()
                        .equals("closed");
            });
            assertThat(seen.keySet()).contains("userTask_evaluate", "userTask_draftReport", "userTask_approveClosure");
            look(screens.get("handler"), "/incidents/" + number, "case-closed");
            look(screens.get("handler"), "/incidents/" + number + "/measures", "case-measures");
            look(screens.get("chief"), "/measures", "measures");
            look(screens.get("chief"), "/measures/" + number + "-M1", "measure");
            look(screens.get("chief"), "/incidents/" + number, "case-to-reopen");
        } finally {
            screens.values().forEach(Screen::close);
        }
        assertThat(findings).isEmpty();
    }

    private void caseInTheMiddle(Screen screen, String number) {
        look(screen, "/tasks?tab=all", "tasks");
        look(screen, "/incidents", "incidents");
        look(screen, "/incidents/" + number, "case");
        lettersKeepTheirSubjectsOnPaper(screen.page());
        for (String part : new String[] {"tasks", "process", "mails", "calls", "reports", "facts"}) {
            look(screen, "/incidents/" + number + "/" + part, "case-" + part);
        }
        look(screen, "/plan/standing", "plan-standing");
        look(screen, "/escalations", "calls");
        screen.page().setViewportSize(1280, 900);
        assertThat(screen.cutTables()).as("calls on a desk").isZero();
        look(screen, "/escalations/" + number + "-C1", "call");
        look(screen, "/demo/mail?box=handler@city.example.jp", "demo-mail-full");
    }

    private static void lettersKeepTheirSubjectsOnPaper(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#mails tbody summary").all()).isNotEmpty().allMatch(Locator::isVisible);
        assertThat(page.locator("#process-model").isVisible())
                .as("nobody chooses on paper")
                .isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static String holderOf(JsonNode task) {
        return PEOPLE.entrySet().stream()
                .filter(it -> task.get("roles").toString().contains('"' + it.getKey() + '"'))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(task.toString()));
    }

    private void look(Screen screen, String path, String name) {
        assertThat(screen.open(path)).as(path).isLessThan(500);
        sound(screen, name);
    }

    private void sound(Screen screen, String name) {
        findings.addAll(screen.findings(name));
    }
}
