package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 危機管理（災害）対策本部への引継ぎ: told, handed over, then the continuity plan. */
@PathsOf("crisis")
class CrisisProcessTests {

    private final PlanCase incident = new PlanCase("crisis");

    @Test
    void theHeadquartersTakeOverBeforeTheContinuityPlanIsDecided() {
        incident.start();
        assertThat(incident.acts()).containsExactly("crisis.announce");
        incident.waitsAt("userTask_handOverCrisis");

        incident.take("userTask_handOverCrisis");
        incident.waitsAt("userTask_decideBcp");
        incident.take("userTask_decideBcp");

        incident.endedAt("endEvent_handedOver");
    }
}
