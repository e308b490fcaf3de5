package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.RoleSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers identity's question about what an account's person is today. */
@Component
class RosterRoles implements RoleSource {

    private final PersonRepository people;
    private final Clock clock;

    RosterRoles(PersonRepository people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Standing standingOf(String account) {
        Instant now = clock.instant();
        List<HeldRole> held = people.held(account, LocalDate.ofInstant(now, BusinessCalendar.TOKYO), now);
        return new Standing(
                held.stream()
                        .filter(HeldRole::counts)
                        .map(HeldRole::role)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()),
                held.isEmpty() ? null : held.get(0).section());
    }

    @Override
    public Optional<String> addressOf(String account) {
        return people.byAccount(account).map(Person::email);
    }
}
