package dev.noroshi.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.workflow.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTests {

    private static final List<Field> FIELDS = List.of(
            Field.text("reason", true, null),
            Field.choice("decision", false, List.of("approve", "sendBack"), "approve"),
            Field.integer("count", false, null),
            Field.yesNo("needed", false),
            Field.choices("reports", List.of("ppc", "police"), List.of()),
            Field.dateTime("at", false, null));

    @Test
    void pageTextAndJsonGiveTheSameValues() {
        Map<String, Object> json = Answers.read(
                FIELDS, Map.of("reason", "誤送信", "count", 12, "needed", true, "reports", List.of("police")));
        Map<String, Object> page =
                Answers.read(FIELDS, Map.of("reason", "誤送信", "count", "12", "needed", "true", "reports", "police"));

        assertThat(page).isEqualTo(json).containsEntry("count", 12L).containsEntry("reports", List.of("police"));
    }

    @Test
    void momentWithoutOffsetIsReadInTokyo() {
        Map<String, Object> values = Answers.read(FIELDS, Map.of("reason", "x", "at", "2026-11-23T09:05"));

        assertThat(values).containsEntry("at", Instant.parse("2026-11-23T00:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"decision,maybe", "count,many", "at,yesterday", "reports,mayor", "nothing,x"})
    void namesTheFieldThatDoesNotFit(String field, String value) {
        assertThatThrownBy(() -> Answers.read(FIELDS, Map.of("reason", "x", field, value)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.fields())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    @Test
    void missingRequiredAnswerIsNamed() {
        assertThatThrownBy(() -> Answers.read(FIELDS, Map.of("reason", "　 ")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.fields())
                                .extracting(FieldError::code)
                                .containsExactly("required"));
    }
}
