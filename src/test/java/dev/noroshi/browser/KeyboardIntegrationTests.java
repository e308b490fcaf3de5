package dev.noroshi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person without a mouse. */
@BrowserTest
class KeyboardIntegrationTests {

    private static final int PATIENCE = 80;

    @LocalServerPort
    private int port;

    @Test
    void theFirstStopLeadsPastTheMenu() {
        try (Screen screen = new Screen(port, "ja").signIn("staff")) {
            screen.open("/report");
            Page page = screen.page();

            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            assertThat(page.locator(".skip").boundingBox().y).isNotNegative();
            page.keyboard().press("Enter");

            assertThat(page.locator("main")).isFocused();
        }
    }

    @Test
    void aFirstReportIsSentByKeyboardAloneEvenAfterAMistake() {
        try (Screen screen = new Screen(port, "ja").signIn("staff")) {
            screen.open("/report");
            Page page = screen.page();

            tabTo(page, "#field-type");
            page.keyboard().press("Space");
            tabTo(page, "main form .button--primary");
            page.keyboard().press("Enter");

            assertThat(page.locator(".notice--error")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#field-description")).isFocused();
            assertThat(page.locator("#field-description")).hasAttribute("aria-invalid", "true");
            page.keyboard().insertText("画面に見慣れない表示が出ている。");
            tabTo(page, "main form .button--primary");
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText("第一報を受け付けました");
        }
    }

    /** Goes on from stop to stop, and sees each of them. */
    private static void tabTo(Page page, String target) {
        for (int stop = 0; stop < PATIENCE; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("focus on " + page.evaluate("document.activeElement.outerHTML"))
                    .isNotEqualTo("none");
            if ((Boolean) page.evaluate("it => document.activeElement.matches(it)", target)) {
                return;
            }
        }
        throw new AssertionError(target + " is not reached");
    }
}
