package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTemplatesTests {

    private static final Path LETTERS = Path.of("src/main/resources/letters");

    @ParameterizedTest
    @MethodSource("templates")
    void everyLetterFitsItsLinesAndSaysTheEssentialFirst(String template) {
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            LetterTemplates.Text text = letters().write(template, locale, values());

            assertThat(text.body().lines())
                    .allSatisfy(line -> assertThat(PlainText.width(line)).isLessThanOrEqualTo(PlainText.LINE));
            String firstFive = String.join("\n", text.body().lines().limit(5).toList());
            assertThat(firstFive).contains("0175-00-0000");
            assertThat(text.subject() + text.body()).doesNotContain("[(", "${", ")]");
        }
    }

    static Stream<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(LETTERS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_ja.txt"))
                    .map(name -> name.replace("_ja.txt", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void valuesAreNeverTemplatesAndNeverMoreThanTheirPlace() {
        Map<String, String> values = values();
        values.put("what", "[(${phone})] ${phone} $1 \\ \r\nBcc: x@example.com\u0007" + "長".repeat(300));

        LetterTemplates.Text text = letters().write("informed", Locale.JAPANESE, values);

        assertThat(text.subject()).doesNotContain("\r", "\n", "\u0007");
        assertThat(text.body().lines().findFirst().orElseThrow())
                .startsWith("何が：[(${phone})] ${phone} $1")
                .endsWith("…");
    }

    @Test
    void aLineWithNothingToSayIsLeftOut() {
        Map<String, String> values = values();
        values.remove("reason");

        assertThat(letters().write("informed", Locale.JAPANESE, values).body()).doesNotContain("評価の理由");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyLetterOfOursPassesTheCheckAndHasItsSample(String template) {
        LetterSources sources = new LetterSources(settings(null));
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            String text = sources.source(template, locale);
            String file = LetterSources.file(template, locale);

            assertThat(LetterCheck.check(file, text.getBytes(StandardCharsets.UTF_8), text))
                    .isEmpty();
            assertThat(LetterPreviews.samples(locale).keySet())
                    .containsAll(LetterCheck.places(text))
                    .containsAll(LetterCheck.COMMON);
            LetterTemplates.Text sample = letters().write(template, locale, LetterPreviews.samples(locale));
            assertThat(PlainText.width(sample.subject())).isLessThanOrEqualTo(Mails.SUBJECT);
            assertThat(sample.body()).doesNotContain("―");
        }
    }

    private static LetterTemplates letters() {
        return new LetterTemplates(new LetterSources(settings(null)));
    }

    static MailSettings settings(@Nullable Path folder) {
        return new MailSettings(
                "csirt@city.example.jp",
                "csirt@city.example.jp",
                Locale.JAPANESE,
                "0175-00-0000",
                "http://localhost:8080",
                folder,
                Tls.Wish.OFF,
                null,
                Map.of(),
                new MailSettings.Approval(false, ""),
                new MailSettings.Imap(false, "127.0.0.1", 143, Tls.Wish.OFF, "csirt", "", Duration.ofSeconds(3), true));
    }

    private static Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("number", "R8-0001");
        values.put("phone", "0175-00-0000");
        values.put("window", "csirt@city.example.jp");
        values.put("link", "http://localhost:8080/incidents/R8-0001");
        values.put("what", "住民の名簿が入ったUSBメモリの紛失（暗号化なし、五百四十九人分、口座番号を含む）");
        values.put("where", "総務部総務課");
        values.put("when", "令和8年11月23日(月) 9時05分");
        values.put("state", "評価待ち");
        values.put("ask", "住民への公表とシステムの停止について判断してください");
        values.put("deadline", "令和8年11月23日(月) 9時35分");
        values.put("level", "レベル3");
        values.put("reason", "個人情報の漏えいのおそれがあるため。".repeat(4));
        values.put("words", "承知できません。電話をください。");
        values.put("climbTo", "統括情報セキュリティ責任者");
        values.put("climbAt", "令和8年11月23日(月) 9時35分");
        return values;
    }
}
