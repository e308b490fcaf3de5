package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.noroshi.NoroshiTest;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Who is called while somebody is away; every change is rolled back. */
@NoroshiTest
@Transactional
class AbsencesIntegrationTests {

    private static final Actor LEAD = new Actor("lead", "lead", Set.of("csirt-lead"), null);
    private static final Actor CISO = new Actor("ciso", "ciso", Set.of("ciso"), null);
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private Absences absences;

    @Autowired
    private Roster roster;

    @Autowired
    private RoleSource roles;

    @Autowired
    private Clock clock;

    @Test
    void theStandInIsCalledFromTheFirstMomentUntilBeforeTheLast() {
        Instant from = now().plus(DAY);
        Instant until = from.plus(DAY);
        enter(LEAD, "ciso", "chief", from, until);

        assertThat(called("ciso", from.minusMillis(1))).containsExactly("ciso");
        assertThat(called("ciso", from)).containsExactly("chief");
        assertThat(called("ciso", until.minusMillis(1))).containsExactly("chief");
        assertThat(called("ciso", until)).containsExactly("ciso");
    }

    @Test
    void withoutAStandInTheNextInOrderIsCalledOrNobody() {
        enter(LEAD, "handler", null, now(), now().plus(DAY));
        enter(LEAD, "ciso", null, now(), now().plus(DAY));

        assertThat(called("csirt-handler", now())).containsExactly("handler2");
        assertThat(called("ciso", now())).isEmpty();
    }

    @Test
    void aStandInWhoIsAwayTooIsNotCalled() {
        enter(LEAD, "ciso", "chief", now(), now().plus(DAY));
        enter(LEAD, "chief", null, now(), now().plus(DAY));

        assertThat(called("ciso", now())).isEmpty();
    }

    @Test
    void whoIsCalledTwiceForARoleStandsOnce() {
        enter(LEAD, "handler", "handler2", now(), now().plus(DAY));

        assertThat(called("csirt-handler", now())).containsExactly("handler2");
    }

    @Test
    void theHeadOfASectionHasAStandIn() {
        Section section = roster.sectionNamed("総務課").orElseThrow();
        enter(LEAD, "manager", "staff", now(), now().plus(DAY));

        assertThat(roster.headOf(section, now())).map(Person::account).contains("staff");
        assertThat(roles.rolesOf("staff")).contains("section-manager");
    }

    @Test
    void theStandInMayDoWhatTheAbsentMayAndNoLonger() {
        assertThat(roles.rolesOf("staff")).doesNotContain("ciso");

        long id = enter(LEAD, "ciso", "staff", now(), now().plus(DAY));
        assertThat(roles.rolesOf("staff")).contains("ciso");

        as(LEAD, () -> {
            absences.end(id);
            return id;
        });
        assertThat(roles.rolesOf("staff")).doesNotContain("ciso");
        assertThat(called("ciso", now())).containsExactly("ciso");
    }

    @Test
    void nobodyBecomesAdministratorOrAuditorByStandingIn() {
        enter(LEAD, "admin", "staff", now(), now().plus(DAY));
        enter(LEAD, "auditor", "staff", now(), now().plus(DAY));

        assertThat(roles.rolesOf("staff")).doesNotContain("admin", "auditor");
    }

    @Test
    void everybodyEntersTheOwnAbsenceAndOnlyTheLeadThatOfOthers() {
        long own = as(CISO, () -> absences.enter(new AbsenceEntry(null, null, null, now().plus(DAY), null)));
        assertThat(as(CISO, absences::known)).extracting(Absence::id).contains(own);

        assertThatExceptionOfType(NotYours.class).isThrownBy(() -> enter(CISO, "chief", null, now(), now().plus(DAY)));
        long other = enter(LEAD, "chief", null, now(), now().plus(DAY));
        assertThatExceptionOfType(NotYours.class)
                .isThrownBy(() -> as(CISO, () -> {
                    absences.end(other);
                    return other;
                }));
    }

    @Test
    void whatCannotBeIsRefusedWithAWord() {
        Instant now = now();
        refused("until", "required", "ciso", null, now, null);
        refused("until", "absence-until", "ciso", null, now.plus(DAY), now.plus(DAY));
        refused("until", "absence-until", "ciso", null, now.minus(DAY), now.minusSeconds(1));
        refused("until", "absence-long", "ciso", null, now, now.plus(Duration.ofDays(367)));
        for (Instant far : List.of(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"))) {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> enter(LEAD, "ciso", null, far, far.plus(DAY)))
                    .satisfies(invalid -> assertThat(invalid.fields())
                            .extracting(FieldError::field, FieldError::code)
                            .contains(tuple("from", "moment-far"), tuple("until", "moment-far")));
        }
        refused("standIn", "absence-self", "ciso", "ciso", now, now.plus(DAY));
        enter(LEAD, "ciso", null, now, now.plus(DAY));
        refused("until", "absence-overlaps", "ciso", null, now.plusSeconds(60), now.plus(DAY));
    }

    @Test
    void anAbsenceThatIsOverIsUnknown() {
        long id = enter(LEAD, "ciso", null, now().plus(DAY), now().plus(DAY).plus(DAY));
        as(LEAD, () -> {
            absences.end(id);
            return id;
        });

        assertThatExceptionOfType(UnknownAbsence.class)
                .isThrownBy(() -> as(LEAD, () -> {
                    absences.end(id);
                    return id;
                }));
        assertThat(as(LEAD, absences::known)).extracting(Absence::id).doesNotContain(id);
    }

    private void refused(
            String field, String code, String person, @Nullable String standIn, Instant from, @Nullable Instant until) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enter(LEAD, person, standIn, from, until))
                .satisfies(invalid -> assertThat(invalid.fields())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(tuple(field, code)));
    }

    private long enter(Actor by, String person, @Nullable String standIn, Instant from, @Nullable Instant until) {
        @Nullable Long instead = standIn == null ? null : id(standIn);
        return as(by, () -> absences.enter(new AbsenceEntry(id(person), instead, from, until, null)));
    }

    private long id(String account) {
        return roster.personOf(account).orElseThrow().id();
    }

    private List<String> called(String role, Instant at) {
        return roster.holders(role, at).stream().map(Person::account).toList();
    }

    private Instant now() {
        return clock.instant();
    }

    private static <T> T as(Actor actor, Supplier<T> act) {
        return Actors.as(actor, act::get);
    }
}
