package dev.noroshi.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.plan.check.PlanContents;
import dev.noroshi.plan.check.PlanFiles;
import dev.noroshi.plan.web.PrintedTables.Column;
import dev.noroshi.plan.web.PrintedTables.Kind;
import dev.noroshi.plan.web.PrintedTables.PrintedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** On paper stand words, not keys. */
class PrintedTablesTests {

    private static final String JAPANESE = "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]";

    @Test
    void theTablesSpeakTheReadersLanguage() {
        assertThat(table("escalation", Locale.JAPANESE).rows().toString()).contains("4時間（執務時間）", "最高情報セキュリティ責任者（CISO）");
        assertThat(table("escalation", Locale.ENGLISH).rows().toString())
                .contains("4 hours (office hours)")
                .doesNotContain("\"ciso\"");
        assertThat(table("runbook", Locale.JAPANESE).rows().toString())
                .contains("ランサムウェア", "2026-04-01から")
                .doesNotContain("\"");
    }

    /** Neither keys nor what only an author of tables reads. */
    @Test
    void noCellHoldsACodeOrAComparison() {
        for (Locale reader : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(tables().of(plan(), reader))
                    .allSatisfy(table -> assertThat(table.rows().toString())
                            .as(table.id())
                            .doesNotContainPattern(
                                    "[<>=\"]|\\bnot\\(|\\bnull\\b|\\.\\.|[A-Z]+_[A-Z]+|\\b(MINUTES|DAYS)\\b"
                                            + "|ppc-|web-form|ppi-|actions\\.mynumber"))
                    .allSatisfy(table -> assertThat(table.rows())
                            .isNotEmpty()
                            .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns())));
        }
    }

    /** Models and tables carry their English beside the Japanese: nothing of it stays Japanese on an English sheet. */
    @Test
    void theEnglishPlanHoldsNoJapanese() {
        PlanContents plan = plan();

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
    void aWideTableIsPrintedInWordsWithoutEmptyColumns() {
        for (Locale reader : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(table("severity", reader).inWords()).isTrue();
            PrintedTable reports = table("external-reports", reader);
            assertThat(reports.inWords()).isTrue();
            assertThat(reports.rows())
                    .hasSizeGreaterThan(20)
                    .allSatisfy(row -> assertThat(row.get(1)).isNotEmpty());
        }
        assertThat(table("external-reports", Locale.JAPANESE).rows().toString()).contains("重大度：3以上", "期限：60日");
        assertThat(table("severity", Locale.ENGLISH).rows().toString()).contains("Persons: 1 to 10");
    }

    /** Who looks for a target wants one line with every level in it. */
    @Test
    void theTimeTargetsAreAGridOfTargetAndLevel() {
        PrintedTable grid = table("time-targets", Locale.JAPANESE);

        assertThat(grid.columns())
                .containsExactly(
                        new Column("目標", Kind.GIVEN),
                        new Column("重大度 0・1", Kind.ANSWER),
                        new Column("重大度 2", Kind.ANSWER),
                        new Column("重大度 3", Kind.ANSWER),
                        new Column("重大度 4", Kind.ANSWER),
                        new Column("注・適用開始", Kind.NOTE));
        assertThat(grid.rows()).extracting(row -> row.get(0)).doesNotHaveDuplicates();
        assertThat(grid.rows())
                .contains(List.of(
                        List.of("受領するまで"),
                        List.of("4時間（執務時間）"),
                        List.of("1時間"),
                        List.of("30分"),
                        List.of("15分"),
                        List.of("目標（市が定める）", "2026-04-01から")));
    }

    @Test
    void eachTargetTellsItsTimesLevelByLevel() {
        assertThat(tables().targets(plan(), Locale.JAPANESE))
                .containsEntry("receive", List.of("重大度0・1：4時間（執務時間）", "重大度2：1時間", "重大度3：30分", "重大度4：15分"));
    }

    private static PrintedTables tables() {
        return new PrintedTables(CellWordsTests.words(), CellWordsTests.messages());
    }

    private static PlanContents plan() {
        try {
            return PlanContents.of(PlanFiles.in(Path.of("bpmn")).contents());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintedTable table(String id, Locale reader) {
        return tables().of(plan(), reader).stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
