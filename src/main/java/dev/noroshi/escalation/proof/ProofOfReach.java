package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTargets;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.mail.BouncedAddresses;
import dev.noroshi.roster.Roster;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that every ladder of the plan ends in a person whom a letter or the window's telephone reaches: on every level, for
 * a call at any moment of the coming twelve months. Computed over the stretches between changes, so no moment is left out.
 */
@Service
@Transactional(readOnly = true)
public class ProofOfReach {

    /** How long an address does not count after a letter came back. */
    private static final Duration LATELY = Duration.ofDays(7);

    private final Roster roster;
    private final BouncedAddresses addresses;
    private final Processes processes;
    private final Climbs climbs;
    private final BusinessCalendar calendar;
    private final TimeTargets targets;
    private final Clock clock;
    /** What an edition has never changes. */
    private final Map<String, List<Climb>> read = new ConcurrentHashMap<>();

    ProofOfReach(
            Roster roster,
            BouncedAddresses addresses,
            Processes processes,
            Climbs climbs,
            BusinessCalendar calendar,
            TimeTargets targets,
            Clock clock) {
        this.roster = roster;
        this.addresses = addresses;
        this.processes = processes;
        this.climbs = climbs;
        this.calendar = calendar;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * The running edition with the roster as it is known now.
     *
     * @throws NotYours for who holds no role of the plan
     */
    public Proven running() {
        Actor actor = Actors.current();
        if (!roster.seesContacts(actor)) {
            throw new NotYours("roster.reach");
        }
        return now();
    }

    /** The same, without asking who looks. */
    Proven now() {
        return prove(runningClimbs());
    }

    /** @param files of a sound plan, whether it runs or not */
    Proven of(Map<String, byte[]> files) {
        return prove(climbs.of(files));
    }

    /** Every ladder of the running edition on every level; none before the first edition runs. */
    List<Climb> runningClimbs() {
        return processes.editions().isEmpty()
                ? List.of()
                : read.computeIfAbsent(processes.newestEdition(), edition -> climbs.of(processes.files(edition)));
    }

    private Proven prove(List<Climb> all) {
        Instant from = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant until = from.atZone(BusinessCalendar.TOKYO).plusYears(1).toInstant();
        Reachable reachable = reachable(from);
        Climbing climbing = new Climbing(reachable, calendar, targets, from, until);
        List<Proven> each = all.stream().map(climbing::climb).toList();
        return new Proven(
                each.stream()
                        .flatMap(it -> it.holes().stream())
                        .sorted(Comparator.comparing(Hole::from))
                        .toList(),
                each.stream()
                        .flatMap(it -> it.byTelephone().stream())
                        .sorted(Comparator.comparing(Hole::from))
                        .toList(),
                each.stream().flatMap(it -> it.worst().stream()).toList(),
                from,
                until);
    }

    Reachable reachable(Instant from) {
        return new Reachable(roster.ahead(from), addresses.since(clock.instant().minus(LATELY)), from);
    }
}
