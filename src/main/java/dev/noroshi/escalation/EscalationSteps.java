package dev.noroshi.escalation;

import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.PlanVocabulary;
import java.util.Date;

/** What the model {@code escalation} may ask and do; the key is the call's id. */
@PlanVocabulary("escalation")
@KeyOf("call")
public class EscalationSteps {

    private final Calling calling;
    private final CallCourse course;

    EscalationSteps(Calling calling, CallCourse course) {
        this.calling = calling;
        this.course = course;
    }

    /** Calls the next rung. */
    public void callNext(String key) {
        calling.callNext(key);
    }

    /** Whether somebody answered, or the call is needed no more. */
    public boolean answered(String key) {
        return course.answered(key);
    }

    /** When the next rung must be called. */
    public Date patienceEnds(String key) {
        return Date.from(course.patienceEnds(key));
    }

    /** Whether there is somebody who has not been called yet. */
    public boolean someoneLeft(String key) {
        return course.someoneLeft(key);
    }

    /** Whether somebody called at the same time may still answer. */
    public boolean someoneWaits(String key) {
        return course.someoneWaits(key);
    }

    /** Whether the window telephones those called now, besides the letter. */
    public boolean telephones(String key) {
        return course.telephones(key);
    }

    /** When the ladder is climbed again, if nobody answers. */
    public Date callAgainAt(String key) {
        return Date.from(course.callAgainAt(key));
    }

    /** Begins the ladder again from its first rung. */
    public void callAgain(String key) {
        calling.callAgain(key);
    }

    /** Nobody answered; the window must telephone. */
    public void exhausted(String key) {
        calling.exhausted(key);
    }
}
