package dev.noroshi.identity;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows what an account's person is at this moment; the roster answers (upward question). */
public interface RoleSource {

    /**
     * What the person of an account is now.
     *
     * @param roles role keys, deputies included while they stand in; empty for nobody
     * @param section the name of the section that the person belongs to; null for none, and for nobody
     * @param formerSections names that the section had before
     */
    record Standing(Set<String> roles, @Nullable String section, Set<String> formerSections) {

        public Standing(Set<String> roles, @Nullable String section) {
            this(roles, section, Set.of());
        }

        /** The person as one who acts. */
        public Actor acting(String account, String name) {
            return new Actor(account, name, roles, section, formerSections);
        }
    }

    /** Roles and section in one reading: every request asks. */
    Standing standingOf(String account);

    /** The mailbox of the person of this account; empty for none. */
    Optional<String> addressOf(String account);

    /** Role keys held now by the person of this account; empty for nobody. */
    default Set<String> rolesOf(String account) {
        return standingOf(account).roles();
    }
}
