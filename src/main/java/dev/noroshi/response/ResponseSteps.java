package dev.noroshi.response;

import dev.noroshi.escalation.Escalations;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Incidents;
import dev.noroshi.workflow.PlanVocabulary;

/** What the plan says when it reaches for people. */
@PlanVocabulary("response")
public class ResponseSteps {

    private final Escalations escalations;
    private final Incidents incidents;
    private final CaseWords words;
    private final Heralds heralds;

    ResponseSteps(Escalations escalations, Incidents incidents, CaseWords words, Heralds heralds) {
        this.escalations = escalations;
        this.incidents = incidents;
        this.words = words;
        this.heralds = heralds;
    }

    /** Starts calling, rung after rung, until somebody answers for the step {@code element}. */
    public void call(String key, String ladder, String element) {
        Incident incident = incidents.of(key);
        escalations.call(key, incident.level(), ladder, element, words.summary(incident, element));
    }

    /** Whether somebody is being called for the step {@code element} now. */
    public boolean calling(String key, String element) {
        return escalations.calling(key, element);
    }

    public void informCiso(String key) {
        heralds.informCiso(key);
    }
}
