package dev.noroshi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.noroshi.CaseClient;
import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanContents.ModelPart;
import dev.noroshi.plan.check.PlanContents.Part;
import dev.noroshi.plan.check.PlanFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The plan on paper holds every model, and every step of a person with who, until when and why. */
@BrowserTest
class PrintedPlanIntegrationTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void theShippedPlanIsPrintedWhole(String language) throws Exception {
        PlanContents plan = PlanContents.of(PlanFiles.in(Path.of("bpmn")).contents());
        try (Screen screen = new Screen(port, language).signIn("auditor")) {
            assertThat(screen.open("/plan/editions/" + shipped() + "/print")).isEqualTo(200);
            Page page = screen.page();
            assertThat(page.locator(".plan-paper").count())
                    .isEqualTo(plan.models().size());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (ModelPart model : plan.models()) {
                assertDrawn(page, model);
                model.steps().forEach(step -> assertListed(page, model, step, language));
            }
            assertThat(page.locator("#print-tables ~ section").count())
                    .isEqualTo(plan.tables().size());
            assertThat(page.locator(".print-checks > li").count())
                    .as("lines of all checklists")
                    .isEqualTo(linesOfRunbooks(language));
            if (System.getenv("NOROSHI_PICTURES") != null) {
                page.pdf(new Page.PdfOptions()
                        .setPreferCSSPageSize(true)
                        .setPath(Path.of(System.getenv("NOROSHI_PICTURES"), "plan-" + language + ".pdf")));
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            if (language.equals("ja")) { // so long a page keeps axe busy: once is enough
                assertThat(screen.findings("plan-print")).isEmpty();
            }
        }
    }

    /** Every element is in the picture, and the picture fits its sheet. */
    private static void assertDrawn(Page page, ModelPart model) {
        Locator paper = page.locator(".plan-paper[data-drawn='" + model.file() + "']");
        List<String> ids = model.parts().stream().map(Part::id).toList();
        assertThat((List<?>) paper.evaluate(
                        "(box, ids) => ids.filter(id => !box.querySelector('[data-element-id=\"' + id + '\"]'))", ids))
                .as("not drawn in %s", model.file())
                .isEmpty();
        List<?> fits = (List<?>) paper.evaluate("box => { const svg = box.querySelector('.djs-container > svg');"
                + " const drawn = svg.querySelector('.viewport').getBoundingClientRect();"
                + " const sheet = svg.getBoundingClientRect();"
                + " return [drawn.width > 100, drawn.width <= sheet.width + 1, drawn.height <= sheet.height + 1]; }");
        assertThat(fits.toString()).as(model.file()).isEqualTo("[true, true, true]");
    }

    private static void assertListed(Page page, ModelPart model, Part step, String language) {
        Locator row = page.locator("#model-" + model.id() + " tr[data-element='" + step.id() + "']");
        Map<String, String> cells = new HashMap<>();
        List<String> texts = row.locator("td, th").allInnerTexts();
        List.of("done", "step", "roles", "target", "clause", "form")
                .forEach(it -> cells.put(it, texts.get(cells.size())));

        assertThat(cells.get("step")).contains(language.equals("ja") ? step.name() : step.nameEn());
        assertThat(cells.get("roles").strip().split("\\R+"))
                .hasSize(step.roles().size());
        assertThat(cells.get("target")).as(step.id()).isNotBlank();
        assertThat(cells.get("clause"))
                .as(step.id())
                .isNotBlank()
                .contains(step.policy(Locale.forLanguageTag(language)));
    }

    private static int linesOfRunbooks(String language) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("runbooks", "incident"))) {
            List<Path> runbooks = files.filter(file -> file.toString().endsWith("." + language + ".md"))
                    .toList();
            int lines = 0;
            for (Path runbook : runbooks) {
                lines += (int) Files.readAllLines(runbook).stream()
                        .filter(line -> line.startsWith("- [ ] "))
                        .count();
            }
            assertThat(lines).isGreaterThan(300);
            return lines;
        }
    }

    private int shipped() {
        for (JsonNode edition :
                new CaseClient(port).get("lead", "/api/v1/plan/editions").body().get("items")) {
            if (edition.get("origin").asString().equals("shipped")) {
                return edition.get("number").asInt();
            }
        }
        throw new AssertionError("no shipped edition");
    }
}
