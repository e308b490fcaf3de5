package dev.noroshi.response;

import dev.noroshi.roster.RosterConfirmation;
import dev.noroshi.roster.RosterConfirmations;
import dev.noroshi.roster.RosterConfirmed;
import dev.noroshi.task.Tasks;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the plan that a period of the roster has begun, that the one before is over, and that somebody has confirmed it. */
@Component
class RosterRounds {

    private final RosterConfirmations confirmations;
    private final Processes processes;
    private final Tasks tasks;

    RosterRounds(RosterConfirmations confirmations, Processes processes, Tasks tasks) {
        this.confirmations = confirmations;
        this.processes = processes;
        this.tasks = tasks;
    }

    /** Safe to repeat, on whatever node: a period's model starts once, as soon as an edition has it. */
    @Scheduled(fixedDelayString = "${noroshi.roster.confirmation.look:PT30M}", initialDelayString = "PT3M")
    @Transactional
    void look() {
        processes.hold(BusinessKey.ROSTER);
        RosterConfirmation asked = confirmations.ask();
        confirmations.missed().forEach(missed -> processes.deliver("RosterPeriodOver", missed.key()));
        if (asked.isOpen()) {
            processes.startOnceKnown("roster-confirmation", asked.key());
        }
    }

    @EventListener
    void on(RosterConfirmed confirmed) {
        tasks.doneElsewhere(BusinessKey.ofPeriod(confirmed.beginsOn()), RosterConfirmations.FORM);
    }
}
