package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 報告・公表: the CISO knows whatever the level, bodies outside are told, publication is decided. */
@PathsOf("report")
class ReportProcessTests {

    private final PlanCase incident = new PlanCase("report").level(2);

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4})
    void fromLevelTwoOnTheCisoIsCalledAndAskedForInstructions(long level) {
        incident.level(level).start();

        incident.waitsAt("userTask_acknowledgeByCiso", "userTask_confirmReports");
        assertThat(incident.acts())
                .containsExactlyInAnyOrder("response.call ciso userTask_acknowledgeByCiso", "reporting.determine");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void belowLevelTwoTheCisoIsInformed(long level) {
        incident.level(level).start();

        assertThat(incident.waiting()).contains("userTask_confirmReports").doesNotContain("userTask_acknowledgeByCiso");
        assertThat(incident.acts()).containsExactlyInAnyOrder("response.informCiso", "reporting.determine");
    }

    @Test
    void reportsBeginOnlyWhenSomebodyConfirmedThem() {
        incident.start();
        assertThat(incident.acts()).doesNotContain("reporting.begin");

        incident.take("userTask_confirmReports");

        assertThat(incident.acts()).contains("reporting.begin");
        assertThat(incident.waiting()).contains("userTask_decidePublication");
    }

    @Test
    void endsWhenTheCisoKnewFirstAndPublicationWasDecidedLast() {
        incident.start().take("userTask_acknowledgeByCiso").take("userTask_confirmReports");
        assertThat(incident.waiting()).contains("userTask_decidePublication");

        incident.take("userTask_decidePublication");

        incident.endedAt("endEvent_reported");
    }

    @Test
    void aSilentCisoHoldsUpTheEndButNotTheReports() {
        incident.start().take("userTask_confirmReports").take("userTask_decidePublication");
        assertThat(incident.acts()).contains("reporting.begin");
        assertThat(incident.waiting()).contains("userTask_acknowledgeByCiso");

        incident.take("userTask_acknowledgeByCiso");

        incident.endedAt("endEvent_reported");
    }

    @Test
    void aMinorIncidentNeedsNoAnswerOfTheCiso() {
        incident.level(1).start().take("userTask_confirmReports").take("userTask_decidePublication");

        incident.endedAt("endEvent_reported");
        assertThat(incident.flows()).contains("flow_informCisoToCisoKnows");
    }
}
