package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters that a city wrote itself: good ones are used, bad ones are named with file and line, and never sent. */
class LetterCheckTests {

    private static final String FILE = "call-decide_ja.txt";
    private static final String SHIPPED =
            new LetterSources(LetterTemplatesTests.settings(null)).source("call-decide", Locale.JAPANESE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[(${window})]|[(${nobody})]|18|place|nobody",
                "[(${window})]|[(${T(java.lang.Runtime).getRuntime().exec(\"id\")})]|18|expression|${T(java.lang.Runtime).getRuntime().exec(\"id\")}",
                "[(${window})]|[(${@mails.windowPhone()})]|18|expression|${@mails.windowPhone()}",
                "[(${window})]|[(${window.class})]|18|expression|${window.class}",
                "[(${window})]|[(${#ctx})]|18|expression|${#ctx}",
                "[(${window})]|[(#{mail.title})]|18|expression|#{mail.title}",
                "[(${window})]|[(@{/x})]|18|expression|@{/x}",
                "[(${window})]|[(~{web/layout})]|18|expression|~{web/layout}",
                "[(${window})]|[[${window}]]|18|syntax|[[",
                "[(${window})]|[(${window}]|18|syntax|[(",
                "[(${window})]|{{window}}|18|syntax|{{",
                "[(${window})]|[(__${window}__)]|18|syntax|[(",
                "[(${window})]|[# th:utext=\"${window}\"][/]|18|syntax|[#",
                "[(${window})]|[# th:each=\"w : ${window}\"][/]|18|syntax|[#",
                "[(${window})]|[# th:if=\"${window}\"]|18|unclosed|[#",
                "[(${window})]|[/]|18|syntax|[/]",
                "[(${window})]|<a href='http://x'>x</a>|18|markup|",
                "[(${climbAt})]||0|missing|climbAt",
                "[(${climbTo})]||0|missing|climbTo",
                "[(${deadline:14})]||0|missing|deadline",
                "[(${number})]||0|missing|number",
                "[(${what:12})]|[(${what:31})]|1|subject|48",
                "【CSIRT|【市役所|1|prefix|【CSIRT・"
            })
    void whatMustNotStandThereIsNamedWithItsLine(String old, String now, int line, String code, String detail) {
        String text = SHIPPED.replace(old, now == null ? "" : now);

        assertThat(LetterCheck.check(FILE, text.getBytes(StandardCharsets.UTF_8), SHIPPED))
                .contains(new LetterProblem(FILE, line, code, PlainText.clip(detail == null ? "" : detail, 60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP", "UTF-16"})
    void otherEncodingsAreRefused(String charset) {
        assertThat(LetterCheck.check(FILE, SHIPPED.getBytes(Charset.forName(charset)), SHIPPED))
                .extracting(LetterProblem::code)
                .contains("encoding");
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

        assertThat(LetterCheck.check(FILE, picture, SHIPPED)).isNotEmpty();
        assertThat(LetterCheck.check(FILE, new byte[0], SHIPPED)).isNotEmpty();
        assertThat(LetterCheck.check(FILE, new byte[100_000], SHIPPED)).isNotEmpty();
        assertThat(LetterCheck.check(FILE, (SHIPPED + "\u0007").getBytes(StandardCharsets.UTF_8), SHIPPED))
                .extracting(LetterProblem::code)
                .containsExactly("control");
    }

    @Test
    void aGoodLetterIsUsedAtOnceAndWhateverEditorWroteIt() throws IOException {
        LetterTemplates letters = letters();
        write("\uFEFF" + SHIPPED.replace("\n", "\r\n").replace("お願い：", "すること："), 1);
        assertThat(body(letters)).contains("すること：報告");

        write(SHIPPED.replace("お願い：", "依頼："), 2);
        assertThat(body(letters)).contains("依頼：報告");
    }

    @Test
    void aBadLetterIsNotUsedUntilItIsCorrected() throws IOException {
        LetterSources sources = new LetterSources(LetterTemplatesTests.settings(folder));
        LetterTemplates letters = new LetterTemplates(sources);
        write(SHIPPED.replace("お願い：", "[(${nobody})]"), 1);
        Files.writeString(folder.resolve("nothing_ja.txt"), SHIPPED);

        assertThat(body(letters)).contains("お願い：報告");
        assertThat(sources.problems())
                .containsExactly(
                        new LetterProblem(FILE, 5, "place", "nobody"),
                        new LetterProblem("nothing_ja.txt", 0, "unknown", ""));

        write(SHIPPED.replace("お願い：", "依頼："), 2);
        assertThat(body(letters)).contains("依頼：報告");
        assertThat(sources.problems()).hasSize(1);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        LetterSources sources = new LetterSources(LetterTemplatesTests.settings(folder.resolve("none")));

        assertThat(sources.problems()).extracting(LetterProblem::code).containsExactly("folder");
        assertThat(body(new LetterTemplates(sources))).contains("お願い：報告");
    }

    @Test
    void aConditionLeavesOutWhatIsNotKnown() throws IOException {
        LetterTemplates letters = letters();
        String text = SHIPPED + "[# th:if=\"${reason}\"]\n理由あり\n[/]\n[# th:unless=\"${ask}\"]依頼なし[/]\n";
        write(text.replace("${reason}", "${where}"), 1);

        assertThat(body(letters)).doesNotContain("理由あり").doesNotContain("依頼なし").doesNotContain("[");
        assertThat(letters.write("call-decide", Locale.JAPANESE, Map.of("where", "総務課"))
                        .body())
                .contains("理由あり", "依頼なし");
    }

    private LetterTemplates letters() {
        return new LetterTemplates(new LetterSources(LetterTemplatesTests.settings(folder)));
    }

    private static String body(LetterTemplates letters) {
        return letters.write("call-decide", Locale.JAPANESE, Map.of("ask", "報告"))
                .body();
    }

    private void write(String text, int second) throws IOException {
        Path file = Files.writeString(folder.resolve(FILE), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * second));
        assertThat(List.of(file)).allMatch(Files::exists);
    }
}
