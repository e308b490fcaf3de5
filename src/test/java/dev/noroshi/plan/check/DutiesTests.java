package dev.noroshi.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.plan.check.Duties.Duty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the policy obliges the city to do is listed, carried out by the shipped plan, and missed where nobody does. */
class DutiesTests {

    private static final PlanCheck CHECK = new PlanCheck();

    static Stream<Duty> mandatory() {
        return Duties.shipped().stream().filter(Duty::mandatory);
    }

    @Test
    void everyDutyHasItsClauseSourceAndWordsInBothLanguages() {
        assertThat(Duties.shipped())
                .extracting(Duty::key)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(30);
        assertThat(Duties.shipped()).extracting(Duty::clause).doesNotHaveDuplicates();
        assertThat(Duties.shipped()).allSatisfy(duty -> {
            assertThat(duty.key()).matches("[a-z0-9-]+");
            for (Locale reader : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                assertThat(duty.text(reader)).isNotBlank();
                assertThat(duty.source(reader)).isNotBlank();
            }
            assertThat(duty.text(Locale.ENGLISH)).matches("\\p{ASCII}+");
        });
    }

    @ParameterizedTest
    @MethodSource("mandatory")
    void aMandatoryDutyThatNothingCarriesOutIsMissed(Duty duty) {
        ShippedPlan plan = ShippedPlan.copy();
        for (String file : List.copyOf(plan.files().contents().keySet())) {
            plan.put(file, without(plan.text(file), duty.key()));
        }

        assertThat(CHECK.check(plan.files())).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("duty.uncovered");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.file()).isEmpty();
            assertThat(finding.what(Locale.JAPANESE)).contains(duty.clause(Locale.JAPANESE));
            assertThat(finding.whatToDo(Locale.ENGLISH)).contains(duty.key());
        });
    }

    @Test
    void aDutyThatIsNotListedIsNoDuty() {
        ShippedPlan plan = ShippedPlan.copy();
        plan.put("triage.bpmn", plan.text("triage.bpmn").replace("value=\"evaluate,", "value=\"evaluate, be-good,"));

        assertThat(CHECK.check(plan.files())).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("duty.unknown");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.element()).isEqualTo("userTask_evaluate");
            assertThat(finding.what(Locale.ENGLISH)).contains("be-good");
        });
    }

    /** Keeps the property, with what is left in it. */
    private static String without(String model, String key) {
        return model.replaceAll("(name=\"duty\" value=\"[^\"]*?)\\b(?<![-\\w])" + key + "(?![-\\w])", "$1")
                .replaceAll("<camunda:property name=\"duty\" value=\",*\" />", "");
    }
}
