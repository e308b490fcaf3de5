package dev.noroshi.response;

import dev.noroshi.roster.RosterConfirmations;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.PlanVocabulary;
import java.util.Date;

/** What the plan may ask and do about the confirmation of the roster (体制表の確認); {@code key} is a period's. */
@PlanVocabulary("confirmation")
@KeyOf("roster")
public class RosterSteps {

    private final RosterConfirmations confirmations;
    private final RosterLetters letters;

    RosterSteps(RosterConfirmations confirmations, RosterLetters letters) {
        this.confirmations = confirmations;
        this.letters = letters;
    }

    /** Whether somebody still has to confirm it. */
    public boolean awaited(String key) {
        return confirmations.awaited(key);
    }

    /** When to write of it next. */
    public Date remindAt(String key) {
        return Date.from(confirmations.remindAt(key));
    }

    /** Writes to the window, as long as it is to be confirmed. */
    public void remind(String key) {
        if (confirmations.awaited(key)) {
            letters.remind(confirmations.of(key));
            confirmations.reminded(key);
        }
    }
}
