package dev.noroshi.identity;

import java.util.Optional;
import java.util.Set;

/** Knows which roles an account's person holds at this moment; the roster answers (upward question). */
public interface RoleSource {

    /** Role keys held now by the person of this account, deputies included while they stand in; empty for nobody. */
    Set<String> rolesOf(String account);

    /** The name of the section that the person of this account belongs to now. */
    Optional<String> sectionOf(String account);
}
