package dev.noroshi.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a person holds a role, from the first to the last day.
 *
 * @param personId the same for the same person, and for nobody else
 * @param section the section headed, for section-manager alone
 */
public record Appointment(
        long id,
        String role,
        long personId,
        String person,
        @Nullable String section,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {}
