package dev.noroshi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.noroshi.CaseClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody typed outlives the session, once: it is there until it is sent, and not a second time. */
@BrowserTest
class DraftsIntegrationTests {

    private static final String SEND = "main form .button--primary";

    @LocalServerPort
    private int port;

    @Test
    void aReportComesBackAfterTheSessionHasEndedWithWhatWasChangedInIt() {
        try (Screen screen = new Screen(port, "ja").signIn("staff")) {
            screen.open("/report");
            Page page = screen.page();
            page.fill("[name=discoveredAt]", "2026-01-05T08:15");
            page.fill("[name=description]", "USBメモリが見当たらない。");
            page.fill("[name='reporter.phone']", "2999");
            page.check("[name=type][value=lost]");

            signInAgain(page, "staff");

            assertThat(page.locator("[name=discoveredAt]")).hasValue("2026-01-05T08:15");
            assertThat(page.locator("[name=description]")).hasValue("USBメモリが見当たらない。");
            assertThat(page.locator("[name='reporter.phone']")).hasValue("2999");
            assertThat(page.locator("[name=type][value=lost]")).isChecked();
        }
    }

    @Test
    void aFormThatHasBeenSentIsEmptyWhenOneGoesBack() {
        try (Screen screen = new Screen(port, "ja").signIn("staff")) {
            screen.open("/report");
            Page page = screen.page();
            page.check("[name=type][value=lost]");
            page.fill("[name=description]", "一度だけ送る第一報");
            page.click(SEND);
            assertThat(page.locator("h1")).hasText("第一報を受け付けました");

            page.goBack();

            assertThat(page.locator("[name=description]")).hasValue("");
            page.click(SEND);
            assertThat(page.locator("main .notice--error")).isVisible();
            assertThat(new CaseClient(port)
                            .get("chief", "/api/v1/incidents?q=%E4%B8%80%E5%BA%A6%E3%81%A0%E3%81%91%E9%80%81%E3%82%8B")
                            .body()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aStepComesBackTooAndIsForgottenOnceItIsDone() {
        CaseClient city = new CaseClient(port);
        String number = city.report("mis-send", Map.of());
        city.complete("handler", number, "userTask_receive", Map.of());
        String step = "/tasks/" + city.waiting(number, "userTask_evaluate");
        try (Screen screen = new Screen(port, "ja").signIn("handler")) {
            screen.open(step);
            Page page = screen.page();
            page.fill("[name=reason]", "宛先の一覧を確かめた。");
            page.fill("[name=personCount]", "-1");
            page.click("form[action$=completion] .button--primary");
            assertThat(page.locator("[id='personCount-error']")).isVisible();

            signInAgain(page, "handler");

            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*" + step));
            assertThat(page.locator("[name=reason]")).hasValue("宛先の一覧を確かめた。");
            page.fill("[name=personCount]", "");
            page.click("form[action$=completion] .button--primary");
            assertThat(page.locator("main .notice--success")).isVisible();
            assertThat(drafts(page)).isZero();
        }
    }

    @Test
    void aNoteIsShownToNobodyElseAtTheSameScreen() {
        String number = new CaseClient(port).report("mis-send", Map.of());
        try (Screen screen = new Screen(port, "ja").signIn("handler")) {
            screen.open("/incidents/" + number);
            Page page = screen.page();
            page.fill("#note-text", "書きかけのメモ");

            screen.signIn("lead").open("/incidents/" + number);
            assertThat(page.locator("#note-text")).hasValue("");

            screen.signIn("handler").open("/incidents/" + number);
            assertThat(page.locator("#note-text")).hasValue("書きかけのメモ");
            page.click("#note .button--primary");
            assertThat(page.locator("main .notice--success")).isVisible();
            assertThat(page.locator("#note-text")).hasValue("");
            assertThat(drafts(page)).isZero();
        }
    }

    /** The session has ended meanwhile; the form is sent all the same. */
    private static void signInAgain(Page page, String account) {
        page.context().clearCookies();
        page.click("main form:last-of-type .button--primary");
        assertThat(page.locator("main .notice--warning")).containsText("まだ送信していません");
        page.fill("#username", account);
        page.fill("#password", "noroshi-demo");
        page.click("main button");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private static int drafts(Page page) {
        return (Integer) page.evaluate("Object.keys(sessionStorage).filter(it => it.startsWith('draft:')).length");
    }
}
