package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan as a whole: the phases in order, and what may happen beside them at any time. */
@PathsOf("incident-response")
class IncidentResponseProcessTests {

    private final PlanCase incident = new PlanCase("incident-response").level(1);

    @BeforeEach
    void anIncidentThatNeedsNoSecondPerson() {
        incident.answer("incident.reopened", false)
                .answer("triage.needsSecondPerson", false)
                .answer("triage.isIncident", true)
                .segments(6)
                .answer("containment.detachmentAsked", false)
                .answer("containment.addedSegments", List.of())
                .answer("crisis.handOverNeeded", false)
                .answer("response.calling", false)
                .answer("incident.withdrawalNeedsApproval", false)
                .answer("recovery.observationEnds", Date.from(Instant.parse("2030-04-08T00:00:00Z")));
    }

    @Test
    void runsFromReportToClosureThroughEveryPhase() {
        evaluated().take("userTask_preserveEvidence").take("userTask_containSpread");
        incident.take("userTask_confirmReports").take("userTask_decidePublication");
        incident.take("userTask_eradicate")
                .take("userTask_restore")
                .take("userTask_observe")
                .take("userTask_declareEnd");
        incident.take("userTask_investigateCause").take("userTask_planPrevention");

        incident.endedAt("endEvent_responded", "endEvent_closed");
        assertThat(incident.acts()).endsWith("incident.close").doesNotContain("triage.closeAsNotIncident");
        assertThat(phases()).containsExactly("detect", "triage", "contain", "recover", "review");
    }

    @Test
    void aReopenedCaseBeginsWithItsEvaluation() {
        incident.answer("incident.reopened", true).start();

        incident.waitsAt("userTask_evaluate");
        assertThat(incident.passed()).doesNotContain("callActivity_detect");
    }

    @Test
    void containmentEvidenceAndReportsRunBesideEachOther() {
        evaluated();

        assertThat(incident.waiting())
                .contains("userTask_containSpread", "userTask_preserveEvidence", "userTask_confirmReports");
    }

    /** 系統ごと: each has its own steps and its own decision; recovery waits for all. */
    @Test
    void eachSegmentIsContainedByItself() {
        incident.segments(1, 2);
        evaluated()
                .take("userTask_preserveEvidence")
                .take("userTask_confirmReports")
                .take("userTask_decidePublication");
        incident.waitsAt(
                "gateway_join", "gateway_join", "gateway_join", "userTask_containSpread", "userTask_containSpread");

        incident.take("userTask_containSpread");
        incident.waitsAt("gateway_join", "gateway_join", "gateway_join", "userTask_containSpread");
        incident.answer("containment.detachmentAsked", true).take("userTask_containSpread");

        incident.waitsAt("gateway_join", "gateway_join", "gateway_join", "userTask_decideDetachment");
        assertThat(List.of(incident.acts("-S1"), incident.acts("-S2")).stream().flatMap(List::stream))
                .containsExactly("response.call ciso userTask_decideDetachment");
        incident.answer("containment.detachmentApproved", false).take("userTask_decideDetachment");
        incident.waitsAt("userTask_eradicate");
    }

    @Test
    void aSegmentThatBecomesKnownLaterIsContainedBesideTheOthers() {
        incident.segments(2);
        evaluated().answer("containment.addedSegments", segments(1, 3)).tell("SegmentAdded");

        assertThat(incident.waiting().stream().filter("userTask_containSpread"::equals))
                .hasSize(3);
        incident.answer("containment.addedSegments", List.of()).tell("SegmentAdded");
        assertThat(incident.waiting().stream().filter("userTask_containSpread"::equals))
                .hasSize(3);
    }

    @Test
    void aSegmentAddedDuringRecoveryIsContainedBeforeTheCaseCanEnd() {
        toRecovery().answer("containment.addedSegments", segments(1)).tell("SegmentAdded");
        incident.answer("containment.addedSegments", List.of());
        incident.take("userTask_eradicate")
                .take("userTask_restore")
                .take("userTask_observe")
                .take("userTask_declareEnd")
                .take("userTask_investigateCause")
                .take("userTask_planPrevention");
        incident.waitsAt("userTask_containSpread");
        assertThat(incident.acts()).doesNotContain("incident.close");

        incident.take("userTask_containSpread");

        incident.endedAt("endEvent_addedContained", "endEvent_responded", "endEvent_closed");
    }

    @Test
    void aSegmentAddedBeforeTheResponseBeginsIsContainedWithTheOthers() {
        incident.start().answer("containment.addedSegments", segments(1)).tell("SegmentAdded");

        incident.waitsAt("userTask_receive");
    }

    @Test
    void theHighestLevelIsHandedOverToTheHeadquarters() {
        incident.answer("crisis.handOverNeeded", true);
        evaluated();
        assertThat(incident.waiting()).contains("userTask_handOverCrisis", "userTask_containSpread");

        incident.take("userTask_handOverCrisis").take("userTask_decideBcp");

        assertThat(incident.passed()).contains("callActivity_crisis", "gateway_crisisDone");
        assertThat(incident.acts()).contains("crisis.announce");
    }

    @Test
    void aCaseThatBecomesACrisisLaterIsHandedOverThen() {
        evaluated().level(4).answer("crisis.handOverNeeded", true).tell("LevelRaised");
        assertThat(incident.waiting()).contains("userTask_handOverCrisis", "userTask_acknowledgeRaise");

        incident.take("userTask_handOverCrisis").take("userTask_decideBcp").take("userTask_acknowledgeRaise");

        assertThat(incident.passed()).contains("endEvent_handedOver", "endEvent_raiseKnown");
    }

    private List<String> segments(int... places) {
        return IntStream.of(places)
                .mapToObj(place -> BusinessKey.ofSegment(incident.key, place))
                .toList();
    }

    private PlanCase toRecovery() {
        return evaluated()
                .take("userTask_preserveEvidence")
                .take("userTask_containSpread")
                .take("userTask_confirmReports")
                .take("userTask_decidePublication");
    }

    @Test
    void recoveryWaitsForTheLastOfTheThree() {
        evaluated()
                .take("userTask_confirmReports")
                .take("userTask_decidePublication")
                .take("userTask_containSpread");
        assertThat(incident.waiting()).contains("userTask_preserveEvidence").doesNotContain("userTask_eradicate");

        incident.take("userTask_preserveEvidence");

        incident.waitsAt("userTask_eradicate");
    }

    @Test
    void whatIsNoIncidentEndsWithALetterToTheReporter() {
        incident.answer("triage.isIncident", false);

        evaluated();

        incident.endedAt("endEvent_notIncident");
        assertThat(incident.acts()).endsWith("triage.closeAsNotIncident").doesNotContain("incident.close");
    }

    @Test
    void aWithdrawalThatNeedsNoApprovalEndsTheCaseAtOnce() {
        incident.start().tell("WithdrawalProposed");

        incident.endedAt("endEvent_withdrawn");
        assertThat(incident.acts()).endsWith("incident.withdraw");
        assertThat(incident.cutOff()).contains("userTask_receive", "callActivity_detect");
    }

    @Test
    void aWithdrawalThatNeedsApprovalWaitsForASecondPersonWhileTheCaseGoesOn() {
        incident.answer("incident.withdrawalNeedsApproval", true).start().tell("WithdrawalProposed");
        incident.waitsAt("userTask_approveWithdrawal", "userTask_receive");

        incident.take("userTask_receive");

        incident.waitsAt("userTask_approveWithdrawal", "userTask_evaluate");
    }

    @Test
    void anApprovedWithdrawalStopsEveryBranch() {
        incident.answer("incident.withdrawalNeedsApproval", true);
        evaluated().tell("WithdrawalProposed").answer("incident.withdrawalApproved", true);

        incident.take("userTask_approveWithdrawal");

        incident.endedAt("endEvent_withdrawn");
        assertThat(incident.cutOff())
                .contains("userTask_containSpread", "userTask_preserveEvidence", "userTask_confirmReports");
    }

    @Test
    void aRejectedWithdrawalChangesNothing() {
        incident.answer("incident.withdrawalNeedsApproval", true)
                .start()
                .tell("WithdrawalProposed")
                .answer("incident.withdrawalApproved", false);

        incident.take("userTask_approveWithdrawal");

        incident.waitsAt("userTask_receive");
        assertThat(incident.acts()).doesNotContain("incident.withdraw");
    }

    @Test
    void aWithdrawalMayBeProposedAgain() {
        incident.answer("incident.withdrawalNeedsApproval", true)
                .answer("incident.withdrawalApproved", false)
                .start();
        incident.tell("WithdrawalProposed").take("userTask_approveWithdrawal");

        incident.tell("WithdrawalProposed");

        incident.waitsAt("userTask_receive", "userTask_approveWithdrawal");
    }

    @Test
    void theLevelIsLoweredOnlyWithASecondPerson() {
        incident.level(3).start().tell("LoweringProposed");
        incident.waitsAt("userTask_approveLowering", "userTask_receive");
        assertThat(incident.acts()).doesNotContain("incident.applyLowering");

        incident.answer("incident.loweringApproved", true).take("userTask_approveLowering");

        incident.waitsAt("userTask_receive");
        assertThat(incident.acts()).endsWith("incident.applyLowering");
        assertThat(incident.passed()).contains("endEvent_lowered");
    }

    @Test
    void aRejectedLoweringKeepsTheLevel() {
        incident.level(3).start().tell("LoweringProposed");

        incident.answer("incident.loweringApproved", false).take("userTask_approveLowering");

        assertThat(incident.acts()).doesNotContain("incident.applyLowering");
        assertThat(incident.passed()).contains("endEvent_notLowered");
    }

    @Test
    void aRaisedLevelAsksTheCisoAgain() {
        evaluated().level(3).tell("LevelRaised");
        assertThat(incident.waiting()).contains("userTask_acknowledgeRaise", "userTask_containSpread");
        assertThat(incident.acts()).endsWith("response.call ciso userTask_acknowledgeRaise");

        incident.take("userTask_acknowledgeRaise");

        assertThat(incident.waiting()).contains("userTask_containSpread").doesNotContain("userTask_acknowledgeRaise");
        assertThat(incident.passed()).contains("endEvent_raiseKnown");
    }

    @Test
    void aRaiseToAMinorLevelNeedsNoAnswerOfTheCiso() {
        evaluated().tell("LevelRaised");

        assertThat(incident.passed()).contains("endEvent_notAskedAgain");
        assertThat(incident.waiting()).doesNotContain("userTask_acknowledgeRaise");
    }

    @Test
    void aCisoWhoIsBeingCalledIsNotCalledTwice() {
        evaluated().level(3).answer("response.calling", true).tell("LevelRaised");

        assertThat(incident.acts()).doesNotContain("response.call ciso userTask_acknowledgeRaise");
    }

    @Test
    void closingEndsWhatWaitsBesideTheCase() {
        evaluated().answer("incident.withdrawalNeedsApproval", true).tell("WithdrawalProposed");
        incident.take("userTask_preserveEvidence").take("userTask_containSpread");
        incident.take("userTask_confirmReports").take("userTask_decidePublication");
        incident.take("userTask_eradicate")
                .take("userTask_restore")
                .take("userTask_observe")
                .take("userTask_declareEnd");

        incident.take("userTask_investigateCause").take("userTask_planPrevention");

        incident.endedAt("endEvent_responded", "endEvent_closed");
        assertThat(incident.cutOff()).contains("userTask_approveWithdrawal");
    }

    @Test
    void aClosingThatFailsIsTriedAgain() {
        incident.answer("triage.isIncident", false).fail("triage.closeAsNotIncident", 1);
        assertThatThrownBy(this::evaluated).hasMessageContaining("fails this time");

        incident.retryTimeComes("serviceTask_closeAsNotIncident");

        incident.endedAt("endEvent_notIncident");
    }

    private PlanCase evaluated() {
        return incident.start().take("userTask_receive").take("userTask_evaluate");
    }

    private static List<String> phases() {
        return PlanEngine.IT.news.stream()
                .filter(PhaseEntered.class::isInstance)
                .map(it -> ((PhaseEntered) it).phase())
                .toList();
    }
}
