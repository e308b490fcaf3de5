package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a change of the level or of the calendar does to an open call. */
@Component
@Transactional
class CallLevels {

    private final CallStore store;
    private final CallCourse course;
    private final Ladder ladder;
    private final MovedPatience moved;
    private final MovedLadders ladders;
    private final Processes processes;
    private final Clock clock;

    CallLevels(
            CallStore store,
            CallCourse course,
            Ladder ladder,
            MovedPatience moved,
            MovedLadders ladders,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.course = course;
        this.ladder = ladder;
        this.moved = moved;
        this.ladders = ladders;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * The calendar was corrected: who is waited for has until another moment, and is told so.
     *
     * @return whether anybody was told another time
     */
    boolean calendarCorrected(Call call, MovedBy why) {
        if (call.state() != State.CALLING || store.rungs(call.id()).isEmpty()) {
            return false;
        }
        course.reschedule(call.id());
        return moved.tell(call, why);
    }

    /** A higher level begins its own ladder; otherwise the present rung takes the new patience, time already spent counted. */
    void changed(Call call, MovedBy.ChangedLevel why) {
        int level = why.after();
        store.level(call.id(), level);
        List<Rung> rungs = store.rungs(call.id());
        if (rungs.isEmpty()) {
            return;
        }
        if (level > call.level() && ladder.differs(call, level)) {
            ladders.tell(call, why);
            store.again(call.id());
            processes.deliver("PersonAbsent", call.id());
            processes.reschedule(call.id(), "event_callAgain", clock.instant());
        } else if (call.state() == State.CALLING) {
            int number = rungs.get(rungs.size() - 1).number();
            ladder.rung(call, level, number).ifPresent(row -> {
                store.patience(call.id(), number, row.amount(), row.unit());
                course.reschedule(call.id());
                moved.tell(call, why);
            });
        }
    }
}
