package dev.noroshi.identity;

import dev.noroshi.web.ReadOnce;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see a case: grants by case number, written by {@code incident}, asked by all.
 *
 * <p>A case names audiences ({@code account:staff}, {@code role:csirt-handler}, {@code section:総務課}); an actor sees the
 * case when one of the actor's {@link Actor#audiences()} is named. Lists join on the table {@code case_audience (incident,
 * audience)}: {@code exists (select 1 from case_audience a where a.incident = t.incident and a.audience in (:audiences))}.
 */
@Service
@Transactional
public class CaseAccess {

    /** The audiences of a case, as a column of a query on {@code t.incident}; see {@link #remember}. */
    public static final String AUDIENCES =
            "(select group_concat(a.audience separator '\n') from case_audience a where a.incident = t.incident)";

    private static final String[] WORKING = {
        Roles.WINDOW,
        Roles.HANDLER,
        Roles.LEAD,
        Roles.CHIEF,
        Roles.CISO,
        Roles.SYSTEM_MANAGER,
        Roles.PRIVACY_OFFICER,
        Roles.PUBLIC_RELATIONS
    };

    private final JdbcClient database;
    private final ObjectProvider<RoleSource> roles;
    private final ReadOnce<String, Set<String>> granted = new ReadOnce<>();

    CaseAccess(JdbcClient database, ObjectProvider<RoleSource> roles) {
        this.database = database;
        this.roles = roles;
    }

    /** Replaces the audiences of a case. */
    public void grant(String incident, Collection<String> audiences) {
        granted.forget();
        database.sql("delete from case_audience where incident = ?")
                .param(incident)
                .update();
        new LinkedHashSet<>(audiences).forEach(audience -> add(incident, audience));
    }

    /**
     * Lets the CISO in, who is asked to decide: nobody decides what he may not read. A restricted case has kept him out until
     * now, any other has let him in from the beginning. No other office is let in by being called.
     *
     * @param role whom the plan turns to
     */
    public void admit(String incident, String role) {
        if (mayBeAdmitted(role) && !audiencesOf(incident).contains("role:" + role)) {
            add(incident, "role:" + role);
        }
    }

    /** Whether the plan may turn to holders of the role who cannot see the case yet. */
    public static boolean mayBeAdmitted(String role) {
        return role.equals(Roles.CISO);
    }

    /**
     * This transaction has read a case's audiences with something else of it: they need not be read again.
     *
     * @param audiences value of the column {@link #AUDIENCES}; null for a case that has none
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void remember(String incident, @Nullable String audiences) {
        granted.remember(incident, audiences == null ? Set.of() : Set.of(audiences.split("\n")));
    }

    /** Those of the cases that exist and that the actor may not see. */
    @Transactional(readOnly = true)
    public Set<String> keptFrom(Actor actor, Collection<String> incidents) {
        if (incidents.isEmpty()) {
            return Set.of();
        }
        return new LinkedHashSet<>(database.sql("""
                        select distinct c.incident from case_audience c where c.incident in (:incidents) and not exists
                          (select 1 from case_audience a where a.incident = c.incident and a.audience in (:audiences))
                        """)
                .param("incidents", incidents)
                .param("audiences", actor.audiences())
                .query(String.class)
                .list());
    }

    /** Those of the cases into which the actor may look, in one reading. */
    @Transactional(readOnly = true)
    public Set<String> inside(Actor actor, Collection<String> incidents) {
        return among(actor.insideAudiences(), incidents);
    }

    private Set<String> among(Collection<String> audiences, Collection<String> incidents) {
        if (incidents.isEmpty() || audiences.isEmpty()) {
            return Set.of();
        }
        return new LinkedHashSet<>(database.sql("select distinct incident from case_audience"
                        + " where incident in (:incidents) and audience in (:audiences)")
                .param("incidents", incidents)
                .param("audiences", audiences)
                .query(String.class)
                .list());
    }

    private void add(String incident, String audience) {
        granted.forget();
        database.sql("insert ignore into case_audience (incident, audience) values (?, ?)")
                .params(incident, audience)
                .update();
    }

    /** Whether the actor may know the case at all: its page and facts. The system may. */
    @Transactional(readOnly = true)
    public boolean maySee(Actor actor, String incident) {
        return actor.isSystem() || isAmong(actor.audiences(), incident);
    }

    /** Whether a letter about a case may go to somebody who is told as the holder of a role. */
    @FunctionalInterface
    public interface Readers {

        /** @param account null for a person without one */
        boolean include(String role, @Nullable String account);
    }

    /** Those to whom letters about the case may go, read once for all of them. */
    @Transactional(readOnly = true)
    public Readers readersOf(String incident) {
        Set<String> granted = audiencesOf(incident);
        @Nullable RoleSource source = roles.getIfAvailable();
        return (role, account) -> granted.contains("role:" + role)
                || (account != null
                        && (granted.contains("account:" + account)
                                || (source != null
                                        && source.rolesOf(account).stream()
                                                .anyMatch(held -> granted.contains("role:" + held)))));
    }

    /** @throws UnknownCase unless the actor may see the case: who may not see it is not told that it exists */
    @Transactional(readOnly = true)
    public void requireSee(Actor actor, String incident) {
        if (!maySee(actor, incident)) {
            throw new UnknownCase(incident);
        }
    }

    /**
     * Timeline, notes, evidence, mails, process: those who may see the case except a plain reporter, that is CSIRT roles,
     * chief, ciso, system-manager, privacy-officer, public-relations, auditor, and section-manager of the section.
     */
    @Transactional(readOnly = true)
    public void requireInside(Actor actor, String incident) {
        requireSee(actor, incident);
        if (!mayLookInside(actor, incident)) {
            throw new NotYours("incident.inside");
        }
    }

    /** As {@link #requireInside}, as a question. */
    @Transactional(readOnly = true)
    public boolean mayLookInside(Actor actor, String incident) {
        return actor.isSystem() || isAmong(actor.insideAudiences(), incident);
    }

    /** Changing the case: as {@link #requireInside}, without auditor and section-manager. */
    @Transactional(readOnly = true)
    public void requireWork(Actor actor, String incident) {
        if (actor.isSystem()) {
            return;
        }
        Set<String> granted = audiencesOf(incident);
        if (actor.audiences().stream().noneMatch(granted::contains)) {
            throw new UnknownCase(incident);
        }
        if (offices(actor).noneMatch(granted::contains)) {
            throw new NotYours("incident.work");
        }
    }

    /** As {@link #requireWork}, as a question. */
    @Transactional(readOnly = true)
    public boolean works(Actor actor, String incident) {
        return actor.isSystem() || isAmong(offices(actor).toList(), incident);
    }

    /** Those of the cases on which the actor may work, in one reading. */
    @Transactional(readOnly = true)
    public Set<String> working(Actor actor, Collection<String> incidents) {
        return among(offices(actor).toList(), incidents);
    }

    private static Stream<String> offices(Actor actor) {
        return Stream.of(WORKING).filter(actor::holds).map(role -> "role:" + role);
    }

    private Set<String> audiencesOf(String incident) {
        return granted.of(
                incident,
                it -> Set.copyOf(database.sql("select audience from case_audience where incident = ?")
                        .param(it)
                        .query(String.class)
                        .list()));
    }

    private boolean isAmong(Collection<String> audiences, String incident) {
        return !Collections.disjoint(audiencesOf(incident), audiences);
    }
}
