package dev.noroshi.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A corpus of bad plans, each the shipped one with a single fault: the check names its file, element and rule. */
class BadPlanTests {

    private static final PlanCheck CHECK = new PlanCheck();

    static Stream<BadPlan> badPlans() {
        return Stream.of(
                        BadFiles.all(),
                        BadWords.all(),
                        BadSteps.all(),
                        BadFlows.all(),
                        BadTables.all(),
                        BadInvariants.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("badPlans")
    void eachFaultIsFoundWhereItIs(BadPlan bad) {
        List<Finding> findings =
                CHECK.check(bad.spoil().apply(ShippedPlan.copy()).files());

        assertThat(findings)
                .extracting(Finding::rule, Finding::file, Finding::element)
                .contains(org.assertj.core.groups.Tuple.tuple(bad.rule(), bad.file(), bad.element()));
        assertThat(findings).allSatisfy(finding -> {
            for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                assertThat(finding.what(language)).isNotBlank().doesNotContainPattern("\\{[0-9]}");
                assertThat(finding.whatToDo(language)).isNotBlank().doesNotContainPattern("\\{[0-9]}");
            }
        });
    }
}
