package dev.noroshi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3\"",
                " \"3\" ",
                "\"3\", \"4\"",
                "\"4\",\"3\"",
                "W/\"3\", \"3\"",
                "\"a,b\" , \"3\"",
                ",\"3\",, "
            })
    void aTagOfTheListAdmitsItsState(String header) {
        assertThat(IfMatch.read(header).admits(3)).isTrue();
        assertThat(IfMatch.read(header).admits(5)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"W/\"3\"", "\"4\"", "\"03\"", "\"yesterday\"", "\"3,4\"", "\"*\"", "\"\"", "W/\"3\", W/\"4\""})
    void anotherOrAWeakTagAdmitsNothing(String header) {
        assertThat(IfMatch.read(header).admits(3)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void theStarAdmitsEveryState(String header) {
        assertThat(IfMatch.read(header).admits(3)).isTrue();
        assertThat(IfMatch.read(null).admits("2026")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " , ",
                "3",
                "\"3",
                "3\"",
                "w/\"3\"",
                "W/ \"3\"",
                "\"3\" \"4\"",
                "\"3\", 4",
                "\"3\", *",
                "*, \"3\"",
                "\"3 4\"",
                "'3'"
            })
    void whatIsNoListOfTagsIsSaid(String header) {
        assertThatThrownBy(() -> IfMatch.read(header))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Problem.FieldError::field, Problem.FieldError::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("If-Match", "etag")));
    }

    @Test
    void theVersionSeenAdmitsItself() {
        assertThat(IfMatch.version("7").admits(7)).isTrue();
        assertThat(IfMatch.version("7").admits(8)).isFalse();
    }
}
