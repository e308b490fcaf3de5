package dev.noroshi.identity;

import java.util.Collection;
import org.springframework.stereotype.Service;

/**
 * Who may see a case: grants by case number, written by {@code incident}, asked by all.
 *
 * <p>A case names audiences ({@code account:staff}, {@code role:csirt-handler}, {@code section:総務課}); an actor sees the
 * case when one of the actor's {@link Actor#audiences()} is named. Lists join on the table {@code case_audience (incident,
 * audience)}: {@code exists (select 1 from case_audience a where a.incident = t.incident and a.audience in (:audiences))}.
 */
@Service
public class CaseAccess {

    /** Replaces the audiences of a case. */
    public void grant(String incident, Collection<String> audiences) {
        throw new UnsupportedOperationException("identity");
    }

    /** Whether the actor may know the case at all: its page and facts. The system may. */
    public boolean maySee(Actor actor, String incident) {
        throw new UnsupportedOperationException("identity");
    }

    /** @throws UnknownCase unless the actor may see the case: who may not see it is not told that it exists */
    public void requireSee(Actor actor, String incident) {
        throw new UnsupportedOperationException("identity");
    }

    /**
     * Timeline, notes, evidence, mails, process: those who may see the case except a plain reporter, that is CSIRT roles,
     * chief, ciso, system-manager, privacy-officer, public-relations, auditor, and section-manager of the section.
     */
    public void requireInside(Actor actor, String incident) {
        throw new UnsupportedOperationException("identity");
    }

    /** Changing the case: as {@link #requireInside}, without auditor and section-manager. */
    public void requireWork(Actor actor, String incident) {
        throw new UnsupportedOperationException("identity");
    }
}
