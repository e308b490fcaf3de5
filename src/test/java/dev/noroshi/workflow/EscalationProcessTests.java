package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call climbs until somebody answers. */
@PathsOf("escalation")
class EscalationProcessTests {

    private static final Instant PATIENCE = Instant.parse("2030-04-01T00:15:00Z");
    private static final Instant AGAIN = Instant.parse("2030-04-01T00:30:00Z");

    private final PlanCase call = new PlanCase("escalation", "-C1");

    @BeforeEach
    void nobodyHasAnsweredYet() {
        call.answer("escalation.answered", false)
                .answer("escalation.someoneLeft", true)
                .answer("escalation.telephones", false)
                .answer("escalation.someoneWaits", false)
                .answer("escalation.callAgainAt", Date.from(AGAIN))
                .answer("escalation.patienceEnds", Date.from(PATIENCE));
    }

    private void theLadderEnds() {
        call.start().answer("escalation.someoneLeft", false).timePassesTo("event_patienceEnds");
    }

    private void theWindowTelephones() {
        call.answer("escalation.telephones", true).start();
        call.waitsAt("userTask_telephone");
        call.answer("escalation.telephones", false);
    }

    @Test
    void anAnswerByTelephoneEndsTheCall() {
        theWindowTelephones();

        call.answer("escalation.answered", true).take("userTask_telephone");

        call.endedAt("endEvent_telephoned");
        assertThat(call.flows()).contains("flow_telephoneToOver", "flow_telephonedYes");
        assertThat(call.acts()).containsExactly("escalation.callNext");
    }

    @Test
    void whoeverDoesNotPickUpIsPassedOverAtOnce() {
        theWindowTelephones();

        call.take("userTask_telephone");

        call.waitsAt("gateway_wait");
        assertThat(call.flows()).contains("flow_telephonedNo");
        assertThat(call.acts()).containsExactly("escalation.callNext", "escalation.callNext");
    }

    @Test
    void whoWasCalledAtTheSameTimeIsTelephonedToo() {
        theWindowTelephones();

        call.answer("escalation.telephones", true)
                .answer("escalation.someoneWaits", true)
                .take("userTask_telephone");

        call.waitsAt("userTask_telephone");
        assertThat(call.flows()).contains("flow_othersWaitYes", "flow_rungWaitsToTelephone");
        assertThat(call.acts()).containsExactly("escalation.callNext");
    }

    @Test
    void whoeverIsReachedByMailOnlyIsWaitedForAfterTheTelephone() {
        theWindowTelephones();

        call.answer("escalation.someoneWaits", true).take("userTask_telephone");

        call.waitsAt("gateway_wait");
        assertThat(call.acts()).containsExactly("escalation.callNext");
    }

    @Test
    void anAnswerByMailSparesTheTelephone() {
        theWindowTelephones();

        call.answer("escalation.answered", true).tell("CallAnswered");

        call.endedAt("endEvent_telephoned");
        assertThat(call.flows()).contains("flow_telephoneAnsweredToOver").doesNotContain("flow_telephoneToOver");
    }

    @Test
    void absenceByMailSparesTheTelephone() {
        theWindowTelephones();

        call.tell("PersonAbsent");

        call.waitsAt("gateway_wait");
        assertThat(call.flows()).contains("flow_telephoneAbsentToOver");
    }

    @Test
    void aWindowThatDoesNotTelephoneHoldsNothingUp() {
        theWindowTelephones();
        assertThat(call.due("event_telephonePatienceEnds")).isEqualTo(PATIENCE);

        call.timePassesTo("event_telephonePatienceEnds");

        call.waitsAt("gateway_wait");
        assertThat(call.flows()).contains("flow_telephonePatienceEndsToOver");
        assertThat(call.acts()).containsExactly("escalation.callNext", "escalation.callNext");
    }

    @Test
    void aRungCalledAfterTheOfficeClosedIsTelephonedThoughTheOneBeforeWasNot() {
        call.start();
        call.waitsAt("gateway_wait");

        call.answer("escalation.telephones", true).timePassesTo("event_patienceEnds");

        call.waitsAt("userTask_telephone");
        assertThat(call.due("event_telephonePatienceEnds")).isEqualTo(PATIENCE);
        assertThat(call.acts()).containsExactly("escalation.callNext", "escalation.callNext");
    }

    @Test
    void whenNobodyAnsweredTheLadderBeginsAgain() {
        theLadderEnds();
        assertThat(call.due("event_callAgain")).isEqualTo(AGAIN);
        call.answer("escalation.someoneLeft", true);

        call.timePassesTo("event_callAgain");

        call.waitsAt("gateway_wait");
        assertThat(call.acts())
                .containsExactly(
                        "escalation.callNext", "escalation.exhausted", "escalation.callAgain", "escalation.callNext");
    }

    @Test
    void waitsForTheFirstPersonAsLongAsTheLadderSays() {
        call.start();

        call.waitsAt("gateway_wait");
        assertThat(call.due("event_patienceEnds")).isEqualTo(PATIENCE);
        assertThat(call.acts()).containsExactly("escalation.callNext");
    }

    @Test
    void anAnswerEndsTheCall() {
        call.start().tell("CallAnswered");

        call.endedAt("endEvent_answered");
        assertThat(call.passed()).contains("event_answered");
        assertThat(call.acts()).containsExactly("escalation.callNext");
    }

    @Test
    void anAnswerBeforeAnyoneWaitsIsFoundByAsking() {
        call.startOnly();

        call.answer("escalation.answered", true).tell("CallAnswered");

        call.endedAt("endEvent_answered");
        assertThat(call.flows()).contains("flow_answeredYes").doesNotContain("flow_waitToAnswered");
    }

    @Test
    void silenceCallsTheNextPerson() {
        call.start().answer("escalation.patienceEnds", Date.from(PATIENCE.plusSeconds(900)));

        call.timePassesTo("event_patienceEnds");

        call.waitsAt("gateway_wait");
        assertThat(call.due("event_patienceEnds")).isEqualTo(PATIENCE.plusSeconds(900));
        assertThat(call.flows())
                .containsSubsequence("flow_patienceEndsToNotAnswered", "flow_someoneLeftYes", "flow_nextToCallNext");
        assertThat(call.acts()).containsExactly("escalation.callNext", "escalation.callNext");
    }

    @Test
    void anAbsentPersonIsPassedOverAtOnce() {
        call.start().tell("PersonAbsent");

        call.waitsAt("gateway_wait");
        assertThat(call.flows()).contains("flow_absentToNotAnswered").doesNotContain("flow_patienceEndsToNotAnswered");
        assertThat(call.acts()).containsExactly("escalation.callNext", "escalation.callNext");
    }

    @Test
    void climbsFromRungToRungUntilTheLadderEnds() {
        call.start().timePassesTo("event_patienceEnds").timePassesTo("event_patienceEnds");
        call.answer("escalation.someoneLeft", false);

        call.timePassesTo("event_patienceEnds");

        call.waitsAt("gateway_waitLate");
        assertThat(call.acts())
                .isEqualTo(List.of(
                        "escalation.callNext", "escalation.callNext", "escalation.callNext", "escalation.exhausted"));
    }

    @Test
    void theLastPersonsAbsenceExhaustsTheLadderToo() {
        call.start().answer("escalation.someoneLeft", false).tell("PersonAbsent");

        call.waitsAt("gateway_waitLate");
        assertThat(Collections.frequency(call.acts(), "escalation.exhausted")).isEqualTo(1);
    }

    @Test
    void anAnswerAfterTheLadderEndedCounts() {
        call.start().answer("escalation.someoneLeft", false).timePassesTo("event_patienceEnds");

        call.tell("CallAnswered");

        call.endedAt("endEvent_answered");
        assertThat(call.passed()).contains("event_answeredLate").doesNotContain("event_answered");
    }

    @Test
    void anAnswerWhileTheWindowIsToldIsFoundByAsking() {
        call.start().answer("escalation.someoneLeft", false).fail("escalation.exhausted", 1);
        assertThatThrownBy(() -> call.timePassesTo("event_patienceEnds")).hasMessageContaining("fails this time");
        call.tell("CallAnswered").answer("escalation.answered", true);

        call.retryTimeComes("serviceTask_exhausted");

        call.endedAt("endEvent_answered");
        assertThat(call.flows()).contains("flow_answeredMeanwhileYes").doesNotContain("flow_answeredMeanwhileNo");
    }

    @Test
    void absenceAfterTheLadderEndedChangesNothing() {
        call.start().answer("escalation.someoneLeft", false).timePassesTo("event_patienceEnds");

        call.tell("PersonAbsent");

        call.waitsAt("gateway_waitLate");
    }
}
