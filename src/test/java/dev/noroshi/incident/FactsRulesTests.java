package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.web.TextRules;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FactsRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final String REPORTER = "\"reporter\":{\"name\":\"髙﨑　花子\",\"section\":\"総務課\",\"phone\":\"2141\"}";

    private final FactsDocument document = new FactsDocument();

    @Test
    void acceptsNamesAndSignsAsTyped() {
        assertThatCode(() -> check("malware", NOW, "画面に🔥が出た\n髙﨑が発見")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 299, 300})
    void clockOfReporterMayBeFiveMinutesAhead(long seconds) {
        assertThatCode(() -> check("lost", NOW.plusSeconds(seconds), "USBを紛失")).doesNotThrowAnyException();
    }

    @Test
    void futureDiscoveryIsRefused() {
        InvalidInput refused = refusal(() -> check("lost", NOW.plusSeconds(301), "USBを紛失"));

        assertThat(refused.fields())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("discoveredAt", "future"));
    }

    @ParameterizedTest
    @CsvSource({"番号は1234-5678-9018,my-number", "'ab\u0007c',control", "' ',required"})
    void descriptionSaysWhatIsWrong(String description, String code) {
        InvalidInput refused = refusal(() -> check("lost", NOW, description));

        assertThat(refused.fields())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("description", code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B\u200C\u200D",
                "\u3000\u00A0\u2003",
                "\uFEFF\u2060 \u00AD",
                "\u3164",
                "\uFE0F\u0301",
                "\t\n"
            })
    void whatNobodyCanSeeIsNoText(String description) {
        assertThat(refusal(() -> check("lost", NOW, description)).fields())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("description", "required"));
        assertThat(refusal(() -> FactsRules.text("reason", description)).fields())
                .extracting(FieldError::code)
                .containsExactly("required");
        check("lost", NOW, "👨\u200D👩\u200D👧 か\u3099" + description);
    }

    @Test
    void aTabIsOfSeveralLinesOnly() {
        assertThat(TextRules.line("place", "本庁舎\t2階", 100)).contains(new FieldError("place", "control"));
        assertThat(TextRules.text("description", "本庁舎\t2階\n", 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u2028", "\u2029", "\u0085", "\u000B", "\f"})
    void aLineIsOneLine(String lineBreak) {
        assertThat(TextRules.line("place", "本庁舎" + lineBreak + "2階", 100)).contains(new FieldError("place", "control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u2028", "\u2029"})
    void aLongTextMayBreakItsLines(String lineBreak) {
        assertThat(TextRules.text("description", "本庁舎" + lineBreak + "2階", 100)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"included\":\"no\",\"personCount\":1|personCount",
                "\"included\":\"no\",\"personCountMax\":7|personCountMax",
                "\"included\":\"no\",\"myNumber\":\"yes\"|myNumber",
                "\"included\":\"no\",\"sensitive\":\"yes\"|sensitive",
                "\"included\":\"no\",\"ordinanceSensitive\":\"yes\"|ordinanceSensitive",
                "\"included\":\"no\",\"financialHarm\":\"yes\"|financialHarm"
            })
    void whatIsSaidOfNobodyContradictsItself(String personal, String field) {
        InvalidInput refused = refusal(() -> FactsRules.check(parse(withPersonal(personal)), NOW));

        assertThat(refused.fields())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("personalInformation." + field, "not-included"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"included\":\"no\",\"personCount\":0,\"personCountMax\":0,\"myNumber\":\"no\"",
                "\"included\":\"no\",\"sensitive\":\"unknown\",\"medium\":\"paper\",\"encrypted\":\"yes\"",
                "\"included\":\"unknown\",\"personCount\":3,\"myNumber\":\"yes\"",
                "\"personCount\":3"
            })
    void whatMayBeTrueIsTaken(String personal) {
        assertThatCode(() -> FactsRules.check(parse(withPersonal(personal)), NOW))
                .doesNotThrowAnyException();
    }

    private static String withPersonal(String personal) {
        return "{\"type\":\"lost\",\"discoveredAt\":\"" + NOW + "\"," + REPORTER
                + ",\"description\":\"USBを紛失\",\"personalInformation\":{" + personal + "}}";
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        InvalidInput refused = refusal(() -> FactsRules.check(parse("{}"), NOW));

        assertThat(refused.fields())
                .extracting(FieldError::field)
                .containsExactly("type", "discoveredAt", "description", "reporter");
    }

    @Test
    void unknownTypeIsRefused() {
        InvalidInput refused = refusal(() -> check("meteor", NOW, "落ちた"));

        assertThat(refused.fields()).extracting(FieldError::field).containsExactly("type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\":\"red\"}|colour",
                "{\"description\":5}|description",
                "{\"malicious\":\"maybe\"}|malicious",
                "{\"personalInformation\":{\"personCount\":1.5}}|personalInformation.personCount",
                "{\"discoveredAt\":\"yesterday\"}|discoveredAt"
            })
    void misspeltOrMistypedFieldIsNamed(String body, String field) {
        InvalidInput refused = refusal(() -> parse(body));

        assertThat(refused.fields()).extracting(FieldError::field).containsExactly(field);
    }

    private void check(String type, Instant discoveredAt, String description) {
        String body = "{\"type\":\"" + type + "\",\"discoveredAt\":\"" + discoveredAt + "\"," + REPORTER
                + ",\"description\":" + new JsonMapper().writeValueAsString(description) + "}";
        FactsRules.check(parse(body), NOW);
    }

    private Facts parse(String body) {
        return document.parse(new JsonMapper().readTree(body));
    }

    private static InvalidInput refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(InvalidInput.class, act);
    }
}
