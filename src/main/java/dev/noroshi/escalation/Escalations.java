package dev.noroshi.escalation;

import dev.noroshi.identity.Actor;
import org.springframework.stereotype.Service;

/** Calls (escalations): each gets an answer from a person in time, one rung after the other. */
@Service
public class Escalations {

    /**
     * Starts calling for a subject; while a call for the same subject is open nothing new starts.
     *
     * @param level 0 to 4, decides ladder and patience
     * @param ladder of {@code escalation.dmn}: {@code csirt} or {@code ciso}
     * @param subject the element that the answer settles, such as {@code userTask_receive}
     * @param summary facts for the letter
     * @return the call's id, such as {@code R8-0001-C1}
     */
    public String call(String incident, int level, String ladder, String subject, CallSummary summary) {
        throw new UnsupportedOperationException("escalation");
    }

    /**
     * A person has answered: by button, reply, claim or completion of the task. Only called persons, the role's holders, and the window for them (代理入力).
     */
    public void acknowledge(String callId, Actor by, Via via) {
        throw new UnsupportedOperationException("escalation");
    }

    /** The subject has been settled otherwise (its task was claimed or completed): calling stops. */
    public void settle(String incident, String subject, Actor by, Via via) {
        throw new UnsupportedOperationException("escalation");
    }

    /** The case has ended: calling stops. */
    public void withdraw(String incident) {
        throw new UnsupportedOperationException("escalation");
    }

    /** The level changed: open calls of the case take the new level's patience, time already spent counted. */
    public void levelChanged(String incident, int level) {
        throw new UnsupportedOperationException("escalation");
    }
}
