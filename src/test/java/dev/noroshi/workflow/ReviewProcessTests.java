package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 再発防止・事後対応: cause, prevention; from L2 on the CISO orders and a second person closes, from L3 on the committee is told. */
@PathsOf("review")
class ReviewProcessTests {

    private final PlanCase incident = new PlanCase("review").level(1);

    @Test
    void theCauseComesBeforePrevention() {
        incident.start();
        incident.waitsAt("userTask_investigateCause");

        incident.take("userTask_investigateCause");

        incident.waitsAt("userTask_planPrevention");
    }

    @Test
    void aMinorIncidentEndsWithoutASecondPerson() {
        incident.start().take("userTask_investigateCause").take("userTask_planPrevention");

        incident.endedAt("endEvent_reviewed");
        assertThat(incident.flows()).contains("flow_secondPersonNo");
        assertThat(incident.acts()).containsExactly("prevention.begin");
    }

    @Test
    void atLevelTwoTheCisoOrdersAndASecondPersonCloses() {
        incident.level(2).start().take("userTask_investigateCause").take("userTask_planPrevention");
        incident.waitsAt("userTask_orderPrevention");

        incident.answer("review.preventionOrdered", true).take("userTask_orderPrevention");
        incident.waitsAt("userTask_approveClosure");

        incident.answer("review.closureApproved", true).take("userTask_approveClosure");
        incident.endedAt("endEvent_reviewed");
        assertThat(incident.acts()).containsExactly("prevention.begin");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void fromLevelThreeOnTheCommitteeIsToldToo(long level) {
        incident.level(level).start().take("userTask_investigateCause").take("userTask_planPrevention");

        incident.answer("review.preventionOrdered", true).take("userTask_orderPrevention");
        incident.waitsAt("userTask_informCommittee");

        incident.answer("review.closureApproved", true).take("userTask_informCommittee");
        incident.waitsAt("userTask_approveClosure");
        incident.take("userTask_approveClosure").endedAt("endEvent_reviewed");
    }

    @Test
    void whatTheCisoSendsBackIsPlannedAgain() {
        incident.level(2).start().take("userTask_investigateCause").take("userTask_planPrevention");

        incident.answer("review.preventionOrdered", false).take("userTask_orderPrevention");

        incident.waitsAt("userTask_planPrevention");
        incident.take("userTask_planPrevention").waitsAt("userTask_orderPrevention");
    }

    @Test
    void whatIsSentBackIsPlannedAgainAndOrderedAgain() {
        incident.level(2).start().take("userTask_investigateCause").take("userTask_planPrevention");
        incident.answer("review.preventionOrdered", true).take("userTask_orderPrevention");
        incident.answer("review.closureApproved", false).take("userTask_approveClosure");

        incident.waitsAt("userTask_planPrevention");
        assertThat(incident.flows()).endsWith("flow_closureApprovedNo");

        incident.take("userTask_planPrevention");
        incident.waitsAt("userTask_orderPrevention");
    }

    @Test
    void aLevelRaisedMeanwhileAsksForTheSecondPerson() {
        incident.start().take("userTask_investigateCause");

        incident.level(2).take("userTask_planPrevention");

        incident.waitsAt("userTask_orderPrevention");
    }
}
