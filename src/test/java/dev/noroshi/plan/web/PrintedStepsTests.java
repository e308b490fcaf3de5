package dev.noroshi.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanContents.TablePart;
import dev.noroshi.plan.check.PlanFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** On paper stand words, not keys. */
class PrintedStepsTests {

    private static final String JAPANESE = "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]";

    @Test
    void theTablesSpeakTheReadersLanguage() throws IOException {
        PlanContents plan = PlanContents.of(PlanFiles.in(Path.of("bpmn")).contents());
        PrintedSteps steps = steps();

        TablePart japanese = table(steps, plan, "escalation", Locale.JAPANESE);
        TablePart english = table(steps, plan, "escalation", Locale.ENGLISH);

        assertThat(japanese.rows().toString())
                .contains("分（執務時間）", "最高情報セキュリティ責任者（CISO）")
                .doesNotContain("OFFICE_MINUTES");
        assertThat(english.rows().toString()).contains("office minutes").doesNotContain("\"ciso\"");
        assertThat(table(steps, plan, "runbook", Locale.JAPANESE).rows().toString())
                .contains("ランサムウェア")
                .doesNotContain("\"");
        assertThat(japaneseText(steps, plan)).doesNotContain("actions.mynumber");
    }

    /** Models and tables carry their English beside the Japanese: nothing of it stays Japanese on an English sheet. */
    @Test
    void theEnglishPlanHoldsNoJapanese() throws IOException {
        PlanContents plan = PlanContents.of(PlanFiles.in(Path.of("bpmn")).contents());

        assertThat(plan.models()).allSatisfy(model -> {
            assertThat(model.description(Locale.ENGLISH)).isNotBlank().doesNotContainPattern(JAPANESE);
            assertThat(model.steps())
                    .allSatisfy(step -> assertThat(step.policy(Locale.ENGLISH)).doesNotContainPattern(JAPANESE));
        });
        assertThat(plan.tables()).allSatisfy(table -> {
            assertThat(table.inputs())
                    .allSatisfy(it -> assertThat(it.label(Locale.ENGLISH)).doesNotContainPattern(JAPANESE));
            assertThat(table.outputs())
                    .allSatisfy(it -> assertThat(it.label(Locale.ENGLISH)).doesNotContainPattern(JAPANESE));
            assertThat(table.rows())
                    .allSatisfy(row ->
                            assertThat(row.notes(Locale.ENGLISH).toString()).doesNotContainPattern(JAPANESE));
            assertThat(table.rows())
                    .allSatisfy(row ->
                            assertThat(row.notes(Locale.JAPANESE).toString()).containsPattern(JAPANESE));
        });
    }

    /** A table too wide for paper says each row in words: what must hold, and what follows. */
    @Test
    void aWideTableIsPrintedInWordsWithoutEmptyColumns() throws IOException {
        PlanContents plan = PlanContents.of(PlanFiles.in(Path.of("bpmn")).contents());
        PrintedSteps steps = steps();

        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            var wide = steps.wide(steps.tables(plan, locale), locale);
            assertThat(wide).containsKeys("external-reports", "severity").doesNotContainKey("time-targets");
            assertThat(wide.get("external-reports")).hasSizeGreaterThan(20).allSatisfy(row -> {
                assertThat(row.answers()).isNotEmpty();
                assertThat(row.given().toString() + row.answers())
                        .doesNotContainPattern("ppc-|web-form|ppi-|\\bDAYS\\b");
            });
        }
    }

    private static PrintedSteps steps() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/print", "messages/incident", "messages/roster", "messages/reporting", "messages/vocabulary");
        messages.setDefaultEncoding("UTF-8");
        return new PrintedSteps(messages);
    }

    private static String japaneseText(PrintedSteps steps, PlanContents plan) {
        return steps.tables(plan, Locale.JAPANESE).toString();
    }

    private static TablePart table(PrintedSteps steps, PlanContents plan, String id, Locale locale) {
        return steps.tables(plan, locale).stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
