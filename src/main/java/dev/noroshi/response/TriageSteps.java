package dev.noroshi.response;

import dev.noroshi.incident.Evaluations;
import dev.noroshi.incident.Incidents;
import dev.noroshi.workflow.PlanVocabulary;

/** What the plan asks and says during 評価・トリアージ. */
@PlanVocabulary("triage")
public class TriageSteps {

    private final Incidents incidents;
    private final Evaluations evaluations;
    private final Heralds heralds;

    TriageSteps(Incidents incidents, Evaluations evaluations, Heralds heralds) {
        this.incidents = incidents;
        this.evaluations = evaluations;
        this.heralds = heralds;
    }

    public boolean needsSecondPerson(String key) {
        return evaluations.needsSecondPerson(key);
    }

    public boolean notIncidentConfirmed(String key) {
        return evaluations.notIncidentConfirmed(key);
    }

    public void decideLevel(String key) {
        if (evaluations.isIncident(key)) {
            incidents.decideLevel(key);
        }
    }

    public boolean isIncident(String key) {
        return evaluations.isIncident(key);
    }

    public void closeAsNotIncident(String key) {
        incidents.close(key);
        heralds.tellReporter(key);
    }
}
