package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Called;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.identity.Roles;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.SearchKey;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a rung can reach now: the holders of its role, of a restricted case only those who may know of it, or are let in by being called. */
@Component
class Reach {

    private static final Pattern POST_BEHIND =
            Pattern.compile("(?<=.)(課長補佐|副市長|市長|教育長|[部課局室所班係館園次]長|主幹|主査|主任|主事|参事|理事)$");
    private static final Pattern OFFICE_BEFORE = Pattern.compile("^.*[課部室局係所長][\\s\u3000]+");

    private final Roster roster;
    private final CaseAccess access;
    private final RoleSource roles;
    private final Clock clock;

    Reach(Roster roster, CaseAccess access, RoleSource roles, Clock clock) {
        this.roster = roster;
        this.access = access;
        this.roles = roles;
        this.clock = clock;
    }

    /** They are called: whoever is asked to decide may read the case from now on. */
    void admit(String incident, String role) {
        access.admit(incident, role);
    }

    List<Person> holders(String incident, String role) {
        List<Person> holders = roster.called(role, clock.instant()).stream()
                .filter(Reach::reaches)
                .toList();
        if (CaseAccess.mayBeAdmitted(role)) {
            return holders;
        }
        CaseAccess.Readers readers = access.readersOf(incident);
        return holders.stream()
                .filter(person -> readers.include(role, person.account()))
                .toList();
    }

    /** Whether a letter or the window's telephone reaches the person. */
    static boolean reaches(Person person) {
        return person.email() != null || phone(person) != null;
    }

    static @Nullable String phone(Person person) {
        return Stream.of(person.mobile(), person.phone(), person.extension())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether the window has anybody to ring: who alone is the window now rings nobody up to speak with himself. */
    boolean windowRings(List<Called> called) {
        List<Person> window = roster.holders(Roles.WINDOW, clock.instant());
        return window.size() != 1 || called.stream().anyMatch(person -> !isSame(person, window.get(0)));
    }

    private static boolean isSame(Called called, Person person) {
        return called.account() == null
                ? called.name().equals(person.name())
                : called.account().equals(person.account());
    }

    /** Whether that person holds one of the roles. */
    boolean holdsAny(Person person, Set<String> asked) {
        return person.account() != null
                && roles.standingOf(person.account()).roles().stream().anyMatch(asked::contains);
    }

    /**
     * The one person of that name who may know of the case and has an address; empty where there is none, or more than one.
     *
     * @param name with office or post, as people write it: 伊藤課長, 総務課長 伊藤誠
     */
    Optional<Person> named(String incident, String name) {
        String bare = POST_BEHIND
                .matcher(OFFICE_BEFORE.matcher(name).replaceFirst(""))
                .replaceFirst("");
        List<Person> found = knowing(incident, name).toList();
        if (found.isEmpty() && !bare.equals(name)) {
            found = knowing(incident, bare)
                    .filter(person -> SearchKey.of(person.name()).contains(SearchKey.of(bare)))
                    .toList();
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Stream<Person> knowing(String incident, String name) {
        return roster.named(name).stream()
                .filter(person -> person.email() != null && person.account() != null)
                .filter(person -> mayKnow(incident, person));
    }

    private boolean mayKnow(String incident, Person person) {
        String account = String.valueOf(person.account());
        RoleSource.Standing standing = roles.standingOf(account);
        return access.mayLookInside(standing.acting(account, person.name()), incident);
    }
}
