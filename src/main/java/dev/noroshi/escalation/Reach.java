package dev.noroshi.escalation;

import dev.noroshi.identity.CaseAccess;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom a rung can reach now: the holders of its role, of a restricted case only those who may know of it, or are let in by being called. */
@Component
class Reach {

    private final Roster roster;
    private final CaseAccess access;
    private final Clock clock;

    Reach(Roster roster, CaseAccess access, Clock clock) {
        this.roster = roster;
        this.access = access;
        this.clock = clock;
    }

    /** They are called: whoever is asked to decide may read the case from now on. */
    void admit(String incident, String role) {
        access.admit(incident, role);
    }

    List<Person> holders(String incident, String role) {
        List<Person> holders = roster.holders(role, clock.instant());
        if (CaseAccess.mayBeAdmitted(role)) {
            return holders;
        }
        CaseAccess.Readers readers = access.readersOf(incident);
        return holders.stream()
                .filter(person -> readers.include(role, person.account()))
                .toList();
    }
}
