package dev.noroshi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The living picture in a browser: one click deeper and back, by mouse and by key, and by itself when the case moves. */
@BrowserTest
class LivingPictureFlowTests {

    private static final String ALL_IN_ITS_FRAME = "(() => { const box = document.querySelector('.plan-diagram');"
            + " const frame = box.getBoundingClientRect();"
            + " const drawn = box.querySelector('.viewport').getBoundingClientRect();"
            + " return drawn.width > 0 && drawn.left >= frame.left && drawn.right <= frame.right"
            + " && drawn.top >= frame.top && drawn.bottom <= frame.bottom; })()";

    @LocalServerPort
    private int port;

    @Test
    void leadsIntoAPhaseAndBackAndMovesWithTheCase() {
        CaseMaker cases = new CaseMaker(port);
        String number = cases.report("malware");
        try (Screen handler = new Screen(port, "ja").signIn("handler")) {
            JsonNode receive = cases.step(number, "userTask_receive");
            handler.open("/incidents/" + number);
            Page page = handler.page();
            assertThat(page.locator("[data-element-id=callActivity_detect].plan-now"))
                    .isVisible();

            assertThat(page.locator("button.plan-open[data-opens=detect]")).isVisible();
            page.locator("button.plan-open[data-opens=detect]").focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("#process-path [aria-current]")).hasText("検知・連絡");
            assertThat(page.locator("#process-path [aria-current]")).isFocused();
            assertThat(page.locator("[data-element-id=userTask_receive].plan-now"))
                    .isVisible();
            assertThat(page.locator(".plan-badge--active")).containsText("対応中");
            assertThat(page.locator(".plan-badge--done").first()).isVisible();

            cases.complete("handler", receive.get("id").asString());

            assertThat(page.locator("[data-element-id=userTask_receive].plan-done"))
                    .isVisible();
            assertThat(page.locator("#process-news")).hasText("進行状況が変わりました。");
            page.click(".plan-back");
            assertThat(page.locator("button.plan-open[data-opens=detect]")).isFocused();
            assertThat(page.locator("[data-element-id=callActivity_triage].plan-now"))
                    .isVisible();
            page.locator("[data-element-id=callActivity_triage] .djs-hit")
                    .first()
                    .click();
            assertThat(page.locator("#process-path [aria-current]")).hasText("評価・トリアージ");
            assertThat(page.locator("#process-table")).containsText("評価（インシデントか否かの判断）");

            page.getByText("大きく表示").click();
            assertThat(page.locator("h1")).containsText(number);
            assertThat(page.locator("button.plan-open[data-opens=triage]")).isVisible();

            page.setViewportSize(768, 1024);
            handler.open("/incidents/" + number + "/process");
            org.assertj.core.api.Assertions.assertThat(page.evaluate(ALL_IN_ITS_FRAME))
                    .isEqualTo(true);
        }
    }
}
