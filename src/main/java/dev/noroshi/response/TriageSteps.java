package dev.noroshi.response;

import dev.noroshi.incident.Incidents;
import dev.noroshi.workflow.PlanVocabulary;

/** What the plan asks and says during 評価・トリアージ. */
@PlanVocabulary("triage")
public class TriageSteps {

    private final Incidents incidents;
    private final Heralds heralds;

    TriageSteps(Incidents incidents, Heralds heralds) {
        this.incidents = incidents;
        this.heralds = heralds;
    }

    public boolean needsSecondPerson(String key) {
        return incidents.needsSecondPerson(key);
    }

    public boolean notIncidentConfirmed(String key) {
        return incidents.notIncidentConfirmed(key);
    }

    public void decideLevel(String key) {
        if (incidents.isIncident(key)) {
            incidents.decideLevel(key);
        }
    }

    public boolean isIncident(String key) {
        return incidents.isIncident(key);
    }

    public void closeAsNotIncident(String key) {
        incidents.close(key);
        heralds.tellReporter(key);
    }
}
