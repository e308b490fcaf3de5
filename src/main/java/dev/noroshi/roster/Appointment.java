package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a person holds a role, from the first to the last day.
 *
 * @param personId the same for the same person, and for nobody else
 * @param section the section headed, for section-manager alone
 * @param firstDay of the person in service; null for none
 * @param lastDay of the person in service; null for none
 */
public record Appointment(
        long id,
        String role,
        long personId,
        String person,
        @Nullable String section,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** As long as the person is in service; empty when that is never so on the day or later. */
    Optional<Appointment> inService(LocalDate day) {
        LocalDate from = firstDay != null && firstDay.isAfter(validFrom) ? firstDay : validFrom;
        LocalDate until =
                lastDay != null && (validUntil == null || lastDay.isBefore(validUntil)) ? lastDay : validUntil;
        return until != null && (until.isBefore(from) || until.isBefore(day))
                ? Optional.empty()
                : Optional.of(new Appointment(id, role, personId, person, section, from, until, firstDay, lastDay));
    }
}
