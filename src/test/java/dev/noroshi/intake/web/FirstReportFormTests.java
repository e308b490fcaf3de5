package dev.noroshi.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noroshi.incident.Answer;
import dev.noroshi.incident.Facts;
import dev.noroshi.incident.FactsDocument;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FirstReportFormTests {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();

    private Facts read() {
        return new FirstReportForm(sent).facts(new FactsDocument(), key -> "済: " + key, NOW);
    }

    private void fillRequired() {
        sent.add("type", "lost");
        sent.add("discoveredAt", "2026-11-23T09:05");
        sent.add("description", "書類を紛失しました");
        sent.add("reporter.name", "佐藤　美咲");
        sent.add("reporter.section", "総務課");
        sent.add("reporter.phone", "2101");
    }

    @Test
    void requiredPartIsEnoughAndClocksAreTokyos() {
        fillRequired();
        sent.add("segment", "");
        Facts facts = read();
        assertThat(facts.discoveredAt()).isEqualTo("2026-11-23T00:05:00Z");
        assertThat(facts.segment()).isNull();
        assertThat(facts.personalInformation()).isNull();
    }

    @Test
    void optionalPartIsRead() {
        fillRequired();
        sent.add("personalInformation.included", "unknown");
        sent.add("personalInformation.personCount", "12");
        sent.add("assets", "PC-001\r\n\r\nPC-002 ");
        sent.add("actionsTaken", "searched");
        sent.add("actionsTaken", "invented");
        Facts facts = read();
        assertThat(facts.personal().included()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.personal().personCount()).isEqualTo(12);
        assertThat(facts.assets()).containsExactly("PC-001", "PC-002");
        assertThat(facts.actionsTaken()).containsExactly("済: searched");
    }

    @Test
    void whatContradictsItselfIsNamedBesideItsField() {
        fillRequired();
        sent.add("occurredAt", "2026-11-23T09:06");
        sent.add("personalInformation.personCount", "101");
        sent.add("personalInformation.personCountMax", "100");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("occurredAt", "personalInformation.personCountMax"));
    }

    @Test
    void everythingWrongIsNamedOnceAndAtOnce() {
        sent.add("discoveredAt", "yesterday");
        sent.add("personalInformation.personCount", "some");
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::field)
                                .contains("type", "description", "reporter.name", "personalInformation.personCount")
                                .containsOnlyOnce("discoveredAt"));
    }
}
