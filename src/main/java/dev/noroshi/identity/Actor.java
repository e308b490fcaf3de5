package dev.noroshi.identity;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting.
 *
 * @param account the account's name; {@code system} for the plan itself
 * @param name as shown to people
 * @param roles role keys held at this moment (design: csirt-handler, ciso, …)
 * @param section the section's name that the person belongs to
 * @param formerSections names that it had before; who heads it heads their cases
 */
public record Actor(
        String account,
        String name,
        Set<String> roles,
        @Nullable String section,
        Set<String> formerSections) {

    private static final Actor SYSTEM = new Actor("system", "Noroshi", Set.of(), null);

    public Actor {
        roles = Set.copyOf(roles);
        formerSections = Set.copyOf(formerSections);
    }

    /** Of a section that had no other name before. */
    public Actor(String account, String name, Set<String> roles, @Nullable String section) {
        this(account, name, roles, section, Set.of());
    }

    /** The plan itself, acting from the engine's jobs and timers. */
    public static Actor system() {
        return SYSTEM;
    }

    public boolean isSystem() {
        return this == SYSTEM;
    }

    public boolean holds(String role) {
        return roles.contains(role);
    }

    public boolean holdsAny(String... anyOf) {
        for (String role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #audiences()}, without the cases that this person sees only for having reported them. */
    public Set<String> insideAudiences() {
        Set<String> audiences = audiences();
        audiences.remove("account:" + account);
        if (audiences.isEmpty()) {
            audiences.add("");
        }
        return audiences;
    }

    /** The audiences this person belongs to; a case is seen by those whose audience it names ({@link CaseAccess}). */
    public Set<String> audiences() {
        Set<String> audiences = new LinkedHashSet<>();
        audiences.add("account:" + account);
        roles.forEach(role -> audiences.add("role:" + role));
        if (section != null && holds("section-manager")) {
            audiences.add("section:" + section);
            formerSections.forEach(former -> audiences.add("section:" + former));
        }
        return audiences;
    }
}
