package dev.noroshi.plan;

import dev.noroshi.identity.Actors;
import dev.noroshi.journal.Journal;
import dev.noroshi.plan.PlanEdition.State;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Deploys what was approved and whose moment has come; the caller holds the editions. */
@Component
class DueEditions {

    private final EditionStore store;
    private final EditionChecks checks;
    private final EditionLetters letters;
    private final Processes processes;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;

    DueEditions(
            EditionStore store,
            EditionChecks checks,
            EditionLetters letters,
            Processes processes,
            Journal journal,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.letters = letters;
        this.processes = processes;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    void run() {
        for (PlanEdition edition : store.due(clock.instant())) {
            SortedMap<String, byte[]> files = store.files(edition.number());
            if (checks.mayRun(edition, files)) {
                deploy(edition, files);
            } else {
                refuse(edition);
            }
        }
    }

    private void deploy(PlanEdition edition, SortedMap<String, byte[]> files) {
        String deployment = processes.deploy(files, "edition " + edition.number());
        store.run(edition.number(), deployment, clock.instant());
        journal.record("plan.deployed", "plan/" + edition.number(), null);
    }

    /** Approved under an earlier version of the product, whose check asked for less: nothing else must stop for it. */
    private void refuse(PlanEdition edition) {
        Instant now = clock.instant();
        String reason = messages.getMessage("plan.edition.outgrown", null, Locale.JAPANESE);
        store.judge(edition.number(), State.REJECTED, Actors.current().account(), now, reason, null);
        journal.record("plan.rejected", "plan/" + edition.number(), reason);
        letters.tellAuthor(edition, "plan-rejected", reason);
    }
}
