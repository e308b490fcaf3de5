package dev.noroshi.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person's browser window, and what must hold of every page in it. */
final class Screen implements AutoCloseable {

    /** A folder for pictures of every page that is looked at; unset, none are taken. */
    private static final String PICTURES = System.getenv("NOROSHI_PICTURES");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    private static final List<Integer> WIDTHS = List.of(1280, 768, 360);
    private static final Pattern RAW = Pattern.compile("\\?\\?\\S+_(ja|en)\\?\\?|\\$\\{|#\\{");

    private final String root;
    private final String language;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** {@code language} is {@code ja} or {@code en}. */
    Screen(int port, String language) {
        this.root = "http://localhost:" + port;
        this.language = language;
        this.context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language.equals("ja") ? "ja-JP" : "en-US")
                        .setTimezoneId("Asia/Tokyo")
                        .setViewportSize(1280, 900));
        this.page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    Screen signIn(String account) {
        context.clearCookies();
        open("/login");
        page.fill("#username", account);
        page.fill("#password", "noroshi-demo");
        page.click("main button");
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    /** Opens a path, and waits until its fragments are there. */
    int open(String path) {
        Response response = page.navigate(root + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        settle();
        return response.status();
    }

    void settle() {
        page.waitForLoadState(LoadState.LOAD);
        PlaywrightAssertions.assertThat(
                        page.locator("[hx-trigger=load], .htmx-request, .plan-diagram:not([data-drawn])"))
                .hasCount(0);
    }

    /** What is wrong with the page: by axe, in the console, raw keys, wider than a telephone. Empty is well. */
    List<String> findings(String name) {
        settle();
        List<String> found = new ArrayList<>();
        WIDTHS.forEach(width -> measure(name, width, found));
        // The layout of a desk in one language, that of a telephone in the other: axe is slow.
        page.setViewportSize(language.equals("ja") ? 1280 : 360, 900);
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            found.add("lang");
        }
        RAW.matcher(page.locator("body").innerText()).results().forEach(raw -> found.add("raw " + raw.group()));
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            List<String> nodes =
                    rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).toList();
            found.add("axe " + rule.getId() + " " + nodes);
        }
        complaints.stream().distinct().forEach(complaint -> found.add("console " + complaint));
        complaints.clear();
        return found.stream().map(it -> name + " (" + language + "): " + it).toList();
    }

    private void measure(String name, int width, List<String> found) {
        page.setViewportSize(width, 900);
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES, name + "-" + language + "-" + width + ".png")));
        }
        int needed = (Integer) page.evaluate("document.scrollingElement.scrollWidth");
        if (needed > width) {
            found.add("needs " + needed + " px of " + width);
        }
        if (width < 832 && cutTables() > 0) {
            found.add("cuts a table at " + width + " px");
        }
    }

    /** How many tables are wider than their frames. */
    int cutTables() {
        return (Integer) page.evaluate("[...document.querySelectorAll('.table-wrap')]"
                + ".filter(it => it.scrollWidth > it.clientWidth + 1).length");
    }

    @Override
    public void close() {
        context.close();
    }
}
