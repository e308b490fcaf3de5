package dev.noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 評価・トリアージ: an incident or not, and how bad. */
@PathsOf("triage")
class TriageProcessTests {

    private final PlanCase incident = new PlanCase("triage").answer("triage.needsSecondPerson", false);

    @Test
    void theCsirtIsCalledToEvaluate() {
        incident.start();

        incident.waitsAt("userTask_evaluate");
        assertThat(incident.acts()).containsExactly("response.call csirt userTask_evaluate");
    }

    @Test
    void anEvaluationByOnePersonDecidesTheLevel() {
        incident.start().take("userTask_evaluate");

        incident.endedAt("endEvent_evaluated");
        assertThat(incident.acts()).containsExactly("response.call csirt userTask_evaluate", "triage.decideLevel");
        assertThat(incident.passed()).doesNotContain("userTask_confirmNotIncident");
    }

    @Test
    void callingItNoIncidentWaitsForASecondPerson() {
        incident.answer("triage.needsSecondPerson", true).start().take("userTask_evaluate");

        incident.waitsAt("userTask_confirmNotIncident");
        assertThat(incident.acts()).doesNotContain("triage.decideLevel");
    }

    @Test
    void theSecondPersonConfirms() {
        incident.answer("triage.needsSecondPerson", true).start().take("userTask_evaluate");

        incident.answer("triage.notIncidentConfirmed", true).take("userTask_confirmNotIncident");

        incident.endedAt("endEvent_evaluated");
        assertThat(incident.acts()).contains("triage.decideLevel");
    }

    @Test
    void theSecondPersonSendsItBackToBeEvaluatedAgain() {
        incident.answer("triage.needsSecondPerson", true).start().take("userTask_evaluate");

        incident.answer("triage.notIncidentConfirmed", false).take("userTask_confirmNotIncident");

        incident.waitsAt("userTask_evaluate");
        assertThat(incident.flows()).endsWith("flow_notIncidentConfirmedNo");
    }

    @Test
    void whatWasSentBackMayBecomeAnIncident() {
        incident.answer("triage.needsSecondPerson", true)
                .answer("triage.notIncidentConfirmed", false)
                .start()
                .take("userTask_evaluate")
                .take("userTask_confirmNotIncident");

        incident.answer("triage.needsSecondPerson", false).take("userTask_evaluate");

        incident.endedAt("endEvent_evaluated");
    }
}
