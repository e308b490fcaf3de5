package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.EVALUATION;
import static dev.noroshi.incident.Decision.Kind.NOT_INCIDENT;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the CSIRT evaluated a case as (インシデントか否かの判断), and whether a second person confirmed it. */
@Service
@Transactional(readOnly = true)
public class Evaluations {

    private final IncidentRepository incidents;
    private final Decisions decisions;

    Evaluations(IncidentRepository incidents, Decisions decisions) {
        this.incidents = incidents;
        this.decisions = decisions;
    }

    /** What the last evaluation came to, with who said it and why; empty before the first. */
    public Optional<Decision> of(String number) {
        return decisions.latest(number, EVALUATION);
    }

    /** Whether the CSIRT evaluated it as an incident; true before the first evaluation. */
    public boolean isIncident(String number) {
        return outcome(number).equals("incident");
    }

    /** A case of level 2 or more is called no incident only by two persons. */
    public boolean needsSecondPerson(String number) {
        return !isIncident(number) && incidents.get(number).level() >= 2;
    }

    public boolean notIncidentConfirmed(String number) {
        return decisions.approved(number, EVALUATION, NOT_INCIDENT);
    }

    String outcome(String number) {
        return of(number).map(Decision::value).orElse("incident");
    }
}
