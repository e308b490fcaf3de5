package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a person holds a role, from the first to the last day.
 *
 * @param section the section headed, for section-manager alone
 */
public record Appointment(
        long id,
        String role,
        String person,
        @Nullable String section,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {}
