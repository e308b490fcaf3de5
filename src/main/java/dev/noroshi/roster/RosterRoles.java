package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.RoleSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers identity's question about the roles that an account's person holds today. */
@Component
class RosterRoles implements RoleSource {

    private final PersonRepository people;
    private final AppointmentRepository appointments;
    private final Clock clock;

    RosterRoles(PersonRepository people, AppointmentRepository appointments, Clock clock) {
        this.people = people;
        this.appointments = appointments;
        this.clock = clock;
    }

    @Override
    public Set<String> rolesOf(String account) {
        return appointments.roles(account, LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO));
    }

    @Override
    public Optional<String> sectionOf(String account) {
        return people.byAccount(account).flatMap(person -> Optional.ofNullable(person.section()));
    }
}
