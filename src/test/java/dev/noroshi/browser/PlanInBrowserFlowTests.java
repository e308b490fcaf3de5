package dev.noroshi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.noroshi.CaseClient;
import dev.noroshi.plan.EditionClient;
import dev.noroshi.plan.RevisedPlan;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The plan is revised by people who know the procedure and no Java: from their files to the first case that follows them. */
@BrowserTest
class PlanInBrowserFlowTests {

    @LocalServerPort
    private int port;

    private EditionClient editions;
    private int before;

    @BeforeEach
    void theShippedPlanRuns() {
        editions = new EditionClient(port);
        before = editions.running();
    }

    @AfterEach
    void andRunsAgain() {
        editions.goBackTo(before);
    }

    @Test
    void aStepIsAddedCheckedApprovedAndTaken() {
        CaseClient city = new CaseClient(port);
        String old = city.report("malware", Map.of());
        try (Screen author = new Screen(port, "ja").signIn("lead");
                Screen approver = new Screen(port, "ja").signIn("chief");
                Screen handler = new Screen(port, "ja").signIn("handler")) {
            upload(author, faulty());
            Locator finding = author.page().locator("#findings tbody tr").first();
            assertThat(finding).containsText("庁内放送");
            assertThat(finding).containsText("windov");
            assertThat(author.page().locator("#findings .status--overdue").first())
                    .containsText("誤り");

            upload(author, RevisedPlan.withAnnouncement());
            Page page = author.page();
            assertThat(page.locator("main")).containsText("誤りは見つかりませんでした。");
            assertThat(page.locator("#changes")).containsText("庁内放送");
            assertThat(page.locator("[data-side=after] .plan-added[data-element-id=userTask_announce]"))
                    .isVisible();
            assertThat(page.locator("[data-side=before] [data-element-id=userTask_receive]"))
                    .isVisible();
            assertThat(page.locator("#judge")).hasCount(0);

            approver.open(page.url().replaceFirst("https?://[^/]+", ""));
            approver.page().locator("form[action$=approval] button").click();
            assertThat(approver.page().locator(".facts .status")).hasText("適用中");

            String fresh = city.report("malware", Map.of());
            city.complete("handler", fresh, "userTask_receive", Map.of());
            city.complete("handler", old, "userTask_receive", Map.of());
            city.waiting(fresh, RevisedPlan.STEP);
            city.waiting(old, "userTask_evaluate");
            handler.open("/incidents/" + fresh);
            assertThat(handler.page().locator("main")).containsText("庁内放送");
            handler.open("/incidents/" + old);
            assertThat(handler.page().locator("main")).containsText("評価");
            assertThat(handler.page().locator("main")).not().containsText("庁内放送");
        }
    }

    private static RevisedPlan faulty() {
        return RevisedPlan.withAnnouncement()
                .replace("detect.bpmn", "camunda:candidateGroups=\"window\">", "camunda:candidateGroups=\"windov\">");
    }

    private static void upload(Screen author, RevisedPlan plan) {
        author.open("/plan");
        author.page().setInputFiles("#plan-files", new FilePayload("plan.zip", "application/zip", plan.zip()));
        author.page().fill("#plan-note", "庁内放送を加える");
        author.page().locator("form[enctype] button").click();
        author.page().waitForURL("**/plan/editions/*");
    }
}
