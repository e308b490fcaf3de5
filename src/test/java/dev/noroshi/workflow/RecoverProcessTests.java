package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 復旧: eradicate, restore, watch, and declare the end. */
@PathsOf("recover")
class RecoverProcessTests {

    private static final Instant WATCHED = Instant.parse("2030-04-08T00:00:00Z");

    private final PlanCase incident =
            new PlanCase("recover").level(2).answer("recovery.observationEnds", Date.from(WATCHED));

    @Test
    void eradicatesBeforeItRestores() {
        incident.start();
        incident.waitsAt("userTask_eradicate");

        incident.take("userTask_eradicate");

        incident.waitsAt("userTask_restore");
    }

    @Test
    void watchesUntilTheObservationEnds() {
        incident.start().take("userTask_eradicate").take("userTask_restore");

        assertThat(incident.waiting()).contains("userTask_observe");
        assertThat(incident.due("event_observationEnds")).isEqualTo(WATCHED);
    }

    @Test
    void theEndOfTheObservationTakesTheStepAway() {
        incident.start().take("userTask_eradicate").take("userTask_restore");

        incident.timePassesTo("event_observationEnds");

        incident.waitsAt("userTask_declareEnd");
        assertThat(incident.cutOff()).contains("userTask_observe");
        assertThat(incident.flows())
                .contains("flow_observationEndsToObserved")
                .doesNotContain("flow_observeToObserved");
    }

    @Test
    void aPersonMayEndTheObservationEarly() {
        incident.start().take("userTask_eradicate").take("userTask_restore").take("userTask_observe");

        incident.waitsAt("userTask_declareEnd");
        assertThat(incident.flows())
                .contains("flow_observeToObserved")
                .doesNotContain("flow_observationEndsToObserved");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void belowLevelThreeTheLeadDeclaresTheEnd(long level) {
        incident.level(level)
                .start()
                .take("userTask_eradicate")
                .take("userTask_restore")
                .take("userTask_observe");

        incident.take("userTask_declareEnd");

        incident.endedAt("endEvent_recovered");
        assertThat(incident.passed()).doesNotContain("userTask_declareEndByCiso");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void fromLevelThreeOnTheCisoDeclaresTheEnd(long level) {
        incident.level(level)
                .start()
                .take("userTask_eradicate")
                .take("userTask_restore")
                .take("userTask_observe");
        incident.waitsAt("userTask_declareEndByCiso");

        incident.take("userTask_declareEndByCiso");

        incident.endedAt("endEvent_recovered");
        assertThat(incident.passed()).doesNotContain("userTask_declareEnd");
    }
}
