package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 被害拡大の防止: measures, and detaching a segment only by decision. */
@PathsOf("contain")
class ContainProcessTests {

    private final PlanCase incident = new PlanCase("contain", "-S2").answer("containment.detachmentAsked", false);

    @Test
    void measuresComeFirst() {
        incident.start();

        incident.waitsAt("userTask_containSpread");
        assertThat(incident.acts()).isEmpty();
    }

    @Test
    void withoutDetachmentTheMeasuresAreEnough() {
        incident.start().take("userTask_containSpread");

        incident.endedAt("endEvent_contained");
        assertThat(incident.acts()).isEmpty();
    }

    @Test
    void detachmentIsDecidedByTheCisoWhoIsCalled() {
        incident.start().answer("containment.detachmentAsked", true).take("userTask_containSpread");

        incident.waitsAt("userTask_decideDetachment");
        assertThat(incident.acts()).containsExactly("response.call ciso userTask_decideDetachment");
    }

    @Test
    void anApprovedDetachmentIsCarriedOut() {
        incident.answer("containment.detachmentAsked", true).start().take("userTask_containSpread");
        incident.answer("containment.detachmentApproved", true).take("userTask_decideDetachment");

        incident.waitsAt("userTask_detachSegment");
        incident.take("userTask_detachSegment");

        incident.endedAt("endEvent_contained");
    }

    @Test
    void aRejectedDetachmentIsNotCarriedOut() {
        incident.answer("containment.detachmentAsked", true).start().take("userTask_containSpread");

        incident.answer("containment.detachmentApproved", false).take("userTask_decideDetachment");

        incident.endedAt("endEvent_contained");
        assertThat(incident.passed()).doesNotContain("userTask_detachSegment");
    }
}
