package dev.noroshi.task;

import dev.noroshi.identity.Roles;
import dev.noroshi.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are asked for; null asks for all.
 *
 * @param assignee {@code me}, {@code none} or an account
 * @param role a role key, or {@code mine} for the caller's roles
 * @param waiting only those not yet done
 */
public record TaskQuery(
        @Nullable String assignee,
        @Nullable String role,
        @Nullable String incident,
        @Nullable Boolean overdue,
        boolean waiting) {

    /** @throws InvalidInput for a role that does not exist */
    void check() {
        if (role != null && !role.equals("mine") && !Roles.ALL.contains(role)) {
            throw new InvalidInput("role", "choice");
        }
    }
}
