package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** 検知・連絡: told at once, then received. */
@PathsOf("detect")
class DetectProcessTests {

    private final PlanCase incident = new PlanCase("detect");

    @Test
    void theReportIsToldBeforeTheCsirtIsCalled() {
        incident.start();

        incident.waitsAt("userTask_receive");
        assertThat(incident.acts()).containsExactly("detection.tellAtOnce", "response.call csirt userTask_receive");
    }

    @Test
    void receivingEndsThePhase() {
        incident.start().take("userTask_receive");

        incident.endedAt("endEvent_received");
        assertThat(incident.flows())
                .containsExactly(
                        "flow_reportedToTellAtOnce",
                        "flow_tellAtOnceToCallForReceipt",
                        "flow_callForReceiptToReceive",
                        "flow_receiveToReceived");
    }

    @Test
    void theReceiptOfTheReportWaitsForNothing() {
        incident.startOnly();

        incident.waitsAt();
        assertThat(incident.acts()).isEmpty();
    }

    @Test
    void aFailingStepIsTriedThreeTimesAndThenStandsStuck() {
        incident.fail("detection.tellAtOnce", 3);

        assertThatThrownBy(incident::start).hasMessageContaining("fails this time");
        for (int left = 2; left > 0; left--) {
            assertThat(incident.job("serviceTask_tellAtOnce").getRetries()).isEqualTo(left);
            assertThatThrownBy(() -> incident.retryTimeComes("serviceTask_tellAtOnce"))
                    .hasMessageContaining("fails this time");
        }

        assertThat(incident.job("serviceTask_tellAtOnce").getRetries()).isZero();
        assertThat(incident.stuckAt()).containsExactly("serviceTask_tellAtOnce");
    }

    @Test
    void aStuckStepGoesOnAfterARetry() {
        incident.fail("detection.tellAtOnce", 3);
        assertThatThrownBy(incident::start).hasMessageContaining("fails this time");
        assertThatThrownBy(() -> incident.retryTimeComes("serviceTask_tellAtOnce"));
        assertThatThrownBy(() -> incident.retryTimeComes("serviceTask_tellAtOnce"));

        incident.retry("serviceTask_tellAtOnce");

        incident.waitsAt("userTask_receive");
        assertThat(incident.stuckAt()).isEmpty();
    }

    @Test
    void aFailureLaterRepeatsNothingThatSucceeded() {
        incident.fail("response.call", 1);
        assertThatThrownBy(incident::start).hasMessageContaining("fails this time");

        incident.retryTimeComes("serviceTask_callForReceipt");

        assertThat(incident.acts())
                .containsExactly(
                        "detection.tellAtOnce",
                        "response.call csirt userTask_receive",
                        "response.call csirt userTask_receive");
        incident.waitsAt("userTask_receive");
    }

    @Test
    void startingTwiceRunsOnce() {
        incident.startOnly().startOnly().goOn();

        incident.waitsAt("userTask_receive");
        assertThat(incident.acts()).containsOnlyOnce("detection.tellAtOnce");
    }
}
