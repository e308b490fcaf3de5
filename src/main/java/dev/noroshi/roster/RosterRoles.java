package dev.noroshi.roster;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.identity.Roles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        List<HeldRole> held = people.held(account, LocalDate.ofInstant(now, BusinessCalendar.TOKYO), now);
        Set<String> roles = held.stream()
                .filter(HeldRole::counts)
                .map(HeldRole::role)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        String section = held.isEmpty() ? null : held.get(0).section();
        Set<String> former =
                section == null || !roles.contains(Roles.SECTION_MANAGER) ? Set.of() : formerNames(section);
        return new Standing(roles, section, former);
    }

    /** Names of the sections that became the one of this name, however often. */
    private Set<String> formerNames(String section) {
        List<SectionEntity> succeeded = sections.succeeded();
        Set<Long> line = new HashSet<>();
        Set<String> names = new HashSet<>();
        sections.named(section).forEach(it -> line.add(it.id()));
        boolean more = !succeeded.isEmpty();
        while (more) {
            more = false;
            for (SectionEntity before : succeeded) {
                if (line.contains(before.successor()) && line.add(before.id())) {
                    names.add(before.name());
                    more = true;
                }
            }
        }
        names.remove(section);
        return names;
    }

    @Override
    public Optional<String> addressOf(String account) {
        return people.byAccount(account).map(Person::email);
    }
}
