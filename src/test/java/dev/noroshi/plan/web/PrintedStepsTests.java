package dev.noroshi.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanContents.TablePart;
import dev.noroshi.plan.check.PlanFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** On paper stand words, not keys. */
class PrintedStepsTests {

    @Test
    void theTablesSpeakTheReadersLanguage() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/print", "messages/incident", "messages/roster", "messages/reporting", "messages/vocabulary");
        messages.setDefaultEncoding("UTF-8");
        PlanContents plan = PlanContents.of(PlanFiles.in(Path.of("bpmn")).contents());
        PrintedSteps steps = new PrintedSteps(messages);

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
