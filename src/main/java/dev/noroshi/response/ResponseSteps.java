package dev.noroshi.response;

import dev.noroshi.escalation.Escalations;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Incidents;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.KeyOf;
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
    @KeyOf("segment")
    public void call(String key, String ladder, String element) {
        Incident incident = incidents.of(BusinessKey.incidentOf(key));
        String subject = BusinessKey.subject(key, element);
        escalations.call(incident.number(), incident.level(), ladder, subject, words.summary(incident, subject));
    }

    /** Whether somebody is being called for the step {@code element} now. */
    @KeyOf("segment")
    public boolean calling(String key, String element) {
        return escalations.calling(BusinessKey.incidentOf(key), BusinessKey.subject(key, element));
    }

    public void informCiso(String key) {
        heralds.informCiso(key);
    }
}
