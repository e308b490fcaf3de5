package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** 対外報告: drafted, approved by another, submitted; its deadline is never silent. */
@PathsOf("external-report")
class ExternalReportProcessTests {

    private static final Instant REMINDER = Instant.parse("2030-04-03T00:00:00Z");

    private final PlanCase report = new PlanCase("external-report", "-R1")
            .answer("reporting.remindAt", Date.from(REMINDER))
            .answer("reporting.anotherReminder", false);

    @Test
    void aDraftWaitsWithItsReminderRunning() {
        report.start();

        report.waitsAt("userTask_draftReport");
        assertThat(report.due("event_deadlineNears")).isEqualTo(REMINDER);
        assertThat(report.acts()).isEmpty();
    }

    @Test
    void aWrittenReportThatNobodyApprovesIsRemindedOfToo() {
        report.start().take("userTask_draftReport").timePassesTo("event_deadlineNears");

        report.waitsAt("userTask_approveReport");
        assertThat(report.acts()).containsExactly("reporting.remind");
    }

    @Test
    void anApprovedReportThatNobodySubmitsIsRemindedOfToo() {
        report.answer("reporting.approved", true)
                .start()
                .take("userTask_draftReport")
                .take("userTask_approveReport");

        report.timePassesTo("event_deadlineNears");

        report.waitsAt("userTask_recordSubmission");
        assertThat(report.acts()).containsExactly("reporting.remind");
    }

    @Test
    void whatIsNoLongerRequiredGoesOnUntilAPersonDropsIt() {
        report.answer("reporting.dropDecided", false).start().tell("ReportNoLongerRequired");
        report.waitsAt("userTask_draftReport", "userTask_confirmDrop");
        report.take("userTask_confirmDrop");
        report.waitsAt("userTask_draftReport");

        report.tell("ReportNoLongerRequired")
                .answer("reporting.dropDecided", true)
                .take("userTask_confirmDrop");

        assertThat(report.acts()).containsExactly("reporting.drop");
        assertThat(report.passed()).contains("endEvent_kept", "endEvent_notRequired");
        assertThat(report.cutOff()).contains("userTask_draftReport");
    }

    @Test
    void sendingBackRemindsOnlyOnce() {
        report.answer("reporting.approved", false).start().timePassesTo("event_deadlineNears");

        report.take("userTask_draftReport").take("userTask_approveReport");

        report.waitsAt("userTask_draftReport");
        assertThat(report.acts()).containsExactly("reporting.remind");
    }

    @Test
    void anApprovedDraftIsSubmitted() {
        report.start().take("userTask_draftReport");
        report.waitsAt("userTask_approveReport");

        report.answer("reporting.approved", true).take("userTask_approveReport");
        report.waitsAt("userTask_recordSubmission");

        report.take("userTask_recordSubmission").endedAt("endEvent_submitted");
    }

    @Test
    void aDraftSentBackIsWrittenAgain() {
        report.start().take("userTask_draftReport");

        report.answer("reporting.approved", false).take("userTask_approveReport");

        assertThat(report.waiting()).contains("userTask_draftReport");
        assertThat(report.flows()).endsWith("flow_approvedNo");
    }

    @Test
    void theReminderLeavesTheDraftWhereItIs() {
        report.start().timePassesTo("event_deadlineNears");

        assertThat(report.acts()).containsExactly("reporting.remind");
        assertThat(report.waiting()).contains("userTask_draftReport");
        assertThat(report.passed()).contains("endEvent_reminded");
    }

    @Test
    void theNextStepOfTheTableIsWaitedForAndReminded() {
        Instant second = REMINDER.plusSeconds(86_400);
        report.start().answer("reporting.anotherReminder", true).answer("reporting.remindAt", Date.from(second));
        report.timePassesTo("event_deadlineNears");

        assertThat(report.due("event_nextReminder")).isEqualTo(second);
        report.answer("reporting.anotherReminder", false).timePassesTo("event_nextReminder");

        assertThat(report.acts()).containsExactly("reporting.remind", "reporting.remind");
        assertThat(report.passed()).contains("event_nextReminder", "endEvent_reminded");
        assertThat(report.waiting()).contains("userTask_draftReport");
    }

    @Test
    void aSubmittedReportWaitsForNoReminder() {
        report.answer("reporting.approved", true)
                .answer("reporting.anotherReminder", true)
                .start()
                .timePassesTo("event_deadlineNears");

        report.take("userTask_draftReport").take("userTask_approveReport").take("userTask_recordSubmission");

        report.endedAt("endEvent_submitted");
    }

    @Test
    void aReportFinishedAfterItsReminderEnds() {
        report.answer("reporting.approved", true).start().timePassesTo("event_deadlineNears");

        report.take("userTask_draftReport").take("userTask_approveReport").take("userTask_recordSubmission");

        report.endedAt("endEvent_reminded", "endEvent_submitted");
    }
}
