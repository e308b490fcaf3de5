package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 再発防止策のフォロー: a measure is reminded of until it is settled, whoever says so and whenever. */
@PathsOf("follow-up")
class FollowUpProcessTests {

    private static final Instant BEFORE = Instant.parse("2030-04-03T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2030-04-11T00:00:00Z");

    private final PlanCase measure = new PlanCase("follow-up", "-M1");

    @BeforeEach
    void aMeasureThatIsNotDone() {
        measure.answer("prevention.settled", false)
                .answer("prevention.overdue", false)
                .answer("prevention.remindAt", Date.from(BEFORE));
    }

    @Test
    void waitsForTheTimeToRemind() {
        measure.start();

        assertThat(measure.due("event_remind")).isEqualTo(BEFORE);
        assertThat(measure.acts()).isEmpty();
    }

    @Test
    void aReminderBeforeTheLastDayAsksNobodyForAStep() {
        measure.start().answer("prevention.remindAt", Date.from(AFTER)).timePassesTo("event_remind");

        assertThat(measure.acts()).containsExactly("prevention.remind");
        assertThat(measure.due("event_remind")).isEqualTo(AFTER);
        assertThat(measure.waiting()).doesNotContain("userTask_followUp");
    }

    @Test
    void anOverdueMeasureIsLookedAfterByThePlanUntilItIsDone() {
        measure.start().answer("prevention.overdue", true).timePassesTo("event_remind");
        measure.waitsAt("userTask_followUp");

        measure.take("userTask_followUp").timePassesTo("event_remind");
        measure.waitsAt("userTask_followUp");
        assertThat(measure.acts()).containsExactly("prevention.remind", "prevention.remind");

        measure.answer("prevention.settled", true).take("userTask_followUp");
        measure.endedAt("endEvent_settled");
    }

    @Test
    void whatIsDoneInTimeIsNotRemindedOf() {
        measure.start().tell("MeasureSettled");

        measure.endedAt("endEvent_settled");
        assertThat(measure.acts()).isEmpty();
    }

    @Test
    void whatIsDoneWhileTheStepWaitsTakesTheStepAway() {
        measure.start().answer("prevention.overdue", true).timePassesTo("event_remind");

        measure.tell("MeasureSettled");

        measure.endedAt("endEvent_settledMeanwhile");
        assertThat(measure.cutOff()).contains("userTask_followUp");
    }

    @Test
    void whatWasDoneBeforeThePlanLookedIsFoundToo() {
        measure.answer("prevention.settled", true).start();

        measure.endedAt("endEvent_settled");
    }
}
