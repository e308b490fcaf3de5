package dev.noroshi.incident;

import static dev.noroshi.incident.Decision.Kind.WITHDRAWAL;
import static dev.noroshi.incident.Decision.Kind.WITHDRAWAL_APPROVAL;

import dev.noroshi.workflow.Processes;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 取下げ: asked for with a reason; a second person decides where it weighs, or where the reporter alone asks. */
@Component
class Withdrawals {

    private static final String BY_THE_CSIRT = "withdraw";
    private static final String BY_THE_REPORTER = "withdraw-by-reporter";

    private final IncidentRepository incidents;
    private final Decisions decisions;
    private final Timeline timeline;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    Withdrawals(
            IncidentRepository incidents,
            Decisions decisions,
            Timeline timeline,
            Processes processes,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.timeline = timeline;
        this.processes = processes;
        this.events = events;
    }

    /** A repeat while the first asking waits for its answer changes nothing. */
    void propose(Incident incident, boolean csirt, String reason) {
        String number = incident.number();
        if (decisions.pending(number, WITHDRAWAL, WITHDRAWAL_APPROVAL).isPresent()) {
            return;
        }
        decisions.put(number, WITHDRAWAL, csirt ? BY_THE_CSIRT : BY_THE_REPORTER, reason);
        timeline.append(number, "withdrawal-proposed", reason);
        events.publishEvent(new IncidentEvent.WithdrawalProposed(number));
        processes.deliver("WithdrawalProposed", number);
    }

    /** What is asked for and not yet refused, with its reason. */
    Optional<Decision> asked(String number) {
        return decisions
                .latest(number, WITHDRAWAL)
                .filter(asked -> decisions
                        .answer(number, WITHDRAWAL, WITHDRAWAL_APPROVAL)
                        .filter(answer -> !answer.value().equals("approve"))
                        .isEmpty());
    }

    boolean needsApproval(String number) {
        boolean reporter = decisions
                .latest(number, WITHDRAWAL)
                .filter(asked -> asked.value().equals(BY_THE_REPORTER))
                .isPresent();
        return reporter || incidents.get(number).level() >= 2;
    }

    /** Whether nothing stands against it any more; where the CSIRT itself asks, the plan says whether a second person must agree. */
    boolean decided(String number) {
        return approved(number)
                || asked(number)
                        .filter(asked -> asked.value().equals(BY_THE_CSIRT))
                        .isPresent();
    }

    boolean approved(String number) {
        return decisions.approved(number, WITHDRAWAL, WITHDRAWAL_APPROVAL);
    }
}
