package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 体制表の確認: the window is told until somebody has confirmed the roster, or the period is over. */
@PathsOf("roster-confirmation")
class RosterConfirmationProcessTests {

    private static final Instant FIRST = Instant.parse("2030-10-01T00:00:00Z");
    private static final Instant DUE = Instant.parse("2030-10-15T08:15:00Z");
    private static final Instant LATER = Instant.parse("2030-10-22T08:15:00Z");

    private final PlanCase period = PlanCase.ofRoster("roster-confirmation");

    @BeforeEach
    void aPeriodThatNobodyHasConfirmed() {
        period.answer("confirmation.awaited", true).answer("confirmation.remindAt", Date.from(FIRST));
    }

    @Test
    void asksTheWindowTheLeadAndTheChiefAndEndsWhenOneHasConfirmed() {
        period.start();
        period.waitsAt("userTask_confirmRoster");
        assertThat(PlanEngine.IT.news)
                .filteredOn(StepEvent.Waiting.class::isInstance)
                .singleElement()
                .extracting(news -> ((StepEvent.Waiting) news).step())
                .satisfies(step -> {
                    assertThat(step.roles()).containsExactlyInAnyOrder("window", "csirt-lead", "chief");
                    assertThat(step.key()).isEqualTo(period.key).startsWith("ROSTER-");
                    assertThat(step.property("form")).contains("confirmRoster");
                    assertThat(step.property("target")).contains("confirm-roster");
                });

        period.take("userTask_confirmRoster");

        period.endedAt("endEvent_confirmed");
        assertThat(period.acts()).as("before the time to write").isEmpty();
    }

    @Test
    void tellsTheWindowAtTheTimesThatTheRosterSays() {
        period.start();
        assertThat(period.due("event_remind")).isEqualTo(FIRST);

        period.answer("confirmation.remindAt", Date.from(DUE)).timePassesTo("event_remind");
        assertThat(period.acts()).containsExactly("confirmation.remind");
        assertThat(period.due("event_again")).isEqualTo(DUE);

        period.answer("confirmation.remindAt", Date.from(LATER)).timePassesTo("event_again");
        assertThat(period.acts()).containsExactly("confirmation.remind", "confirmation.remind");
        assertThat(period.due("event_again")).isEqualTo(LATER);
        period.waitsAt("userTask_confirmRoster", "event_again");
    }

    @Test
    void confirmedBetweenTwoLettersThereIsNoMore() {
        period.start().timePassesTo("event_remind");

        period.take("userTask_confirmRoster");

        period.endedAt("endEvent_confirmed");
        assertThat(period.cutOff()).contains("event_again");
        assertThat(period.acts()).containsExactly("confirmation.remind");
    }

    @Test
    void whatIsSettledWhenTheLetterGoesNeedsNoFurtherOne() {
        period.start().answer("confirmation.awaited", false).timePassesTo("event_remind");

        period.waitsAt("userTask_confirmRoster");
        assertThat(period.passed()).contains("endEvent_reminded");
    }

    @Test
    void whatWasConfirmedBeforeThePlanLookedIsFoundToo() {
        period.answer("confirmation.awaited", false).start();

        period.endedAt("endEvent_notAwaited");
        assertThat(PlanEngine.IT.news).noneMatch(StepEvent.Waiting.class::isInstance);
    }

    @Test
    void theNextPeriodTakesTheStepAway() {
        period.start().timePassesTo("event_remind");

        period.tell("RosterPeriodOver");

        period.endedAt("endEvent_missed");
        assertThat(period.cutOff()).contains("userTask_confirmRoster", "event_again");
        assertThat(PlanEngine.IT.news)
                .filteredOn(news ->
                        news instanceof StepEvent.Gone gone && gone.key().equals(period.key))
                .singleElement()
                .matches(gone -> !((StepEvent.Gone) gone).taken());
    }
}
