package dev.noroshi.escalation;

import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.PlanVocabulary;
import java.util.Date;

/** What the model {@code escalation} may ask and do; the key is the call's id. */
@PlanVocabulary("escalation")
@KeyOf("call")
public class EscalationSteps {

    private final Calling calling;

    EscalationSteps(Calling calling) {
        this.calling = calling;
    }

    /** Calls the next rung. */
    public void callNext(String key) {
        calling.callNext(key);
    }

    /** Whether somebody answered, or the call is needed no more. */
    public boolean answered(String key) {
        return calling.answered(key);
    }

    /** When the next rung must be called. */
    public Date patienceEnds(String key) {
        return Date.from(calling.patienceEnds(key));
    }

    /** Whether there is somebody who has not been called yet. */
    public boolean someoneLeft(String key) {
        return calling.someoneLeft(key);
    }

    /** Nobody answered; the window must telephone. */
    public void exhausted(String key) {
        calling.exhausted(key);
    }
}
