package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.identity.Roles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers identity's question about what an account's person is today. */
@Component
class RosterRoles implements RoleSource {

    private final PersonRepository people;
    private final SectionRepository sections;
    private final Clock clock;

    RosterRoles(PersonRepository people, SectionRepository sections, Clock clock) {
        this.sections = sections;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Standing standingOf(String account) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, BusinessCalendar.TOKYO);
        List<HeldRole> held = people.held(account, today, now);
        Set<String> roles = held.stream()
                .filter(it -> it.countsOn(today))
                .map(HeldRole::role)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        boolean serves = !held.isEmpty() && held.get(0).servesOn(today);
        String section = serves ? held.get(0).section() : null;
        Long lineage = serves ? held.get(0).lineage() : null;
        Set<String> former = lineage == null || !roles.contains(Roles.SECTION_MANAGER)
                ? Set.of()
                : formerNames(lineage, section, today);
        return new Standing(roles, section, former);
    }

    /** What the section was called until the day. */
    private Set<String> formerNames(long lineage, @Nullable String now, LocalDate day) {
        return sections.ofLineage(lineage).stream()
                .filter(it -> !it.from().isAfter(day))
                .map(SectionEntity::name)
                .filter(name -> !name.equals(now))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<String> addressOf(String account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        return people.byAccount(account, today)
                .filter(person -> person.servesOn(today))
                .map(Person::email);
    }
}
