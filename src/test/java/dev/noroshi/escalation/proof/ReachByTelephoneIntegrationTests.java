package dev.noroshi.escalation.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.noroshi.NoroshiTest;
import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.escalation.proof.Hole.Reason;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.AbsenceEntry;
import dev.noroshi.roster.Absences;
import dev.noroshi.roster.ContactEntry;
import dev.noroshi.roster.Contacts;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.PersonEntry;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.RosterChanges;
import dev.noroshi.workflow.Processes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Somebody without a mail address is telephoned by the window, as calls do it; every change is rolled back. */
@NoroshiTest
@Transactional
class ReachByTelephoneIntegrationTests {

    private static final Actor LEAD = new Actor("lead", "lead", Set.of("csirt-lead"), null);
    private static final Actor ADMIN = new Actor("admin", "admin", Set.of("admin"), null);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String PHONE = "0175-00-0101";

    @Autowired
    private ProofOfReach proof;

    @Autowired
    private ReachWords words;

    @Autowired
    private Roster roster;

    @Autowired
    private RosterChanges changes;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Absences absences;

    @Autowired
    private CallPreviews previews;

    @Autowired
    private Processes processes;

    @Autowired
    private BusinessCalendar calendar;

    @Autowired
    private Mails mails;

    @Autowired
    private JapaneseDates dates;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void whoHasATelephoneOnlyIsReachedByTheWindow() {
        withoutMail("ciso", PHONE);

        Proven proven = proven();

        assertThat(proven.holes()).isEmpty();
        assertThat(proven.byTelephone())
                .extracting(Hole::level, Hole::role, Hole::from, Hole::until)
                .hasSize(5)
                .contains(tuple("L3", "ciso", proven.from(), proven.until()));
        assertThat(words.sentence(proven.byTelephone().get(0), Locale.JAPANESE)).contains("電話だけで届きます（山本　正樹）");
        assertThat(words.sentence(proven.byTelephone().get(0), Locale.ENGLISH)).contains("reached by telephone only");
        assertThat(as(LEAD, () -> previews.at(3, clock.instant())))
                .flatExtracting(CallPreview::steps)
                .filteredOn(CallPreview.Step::byTelephone)
                .extracting(CallPreview.Step::role)
                .containsOnly("ciso");
    }

    @Test
    void whoHasNeitherIsAHole() {
        withoutMail("ciso", null);
        Proven proven = proven();

        assertThat(proven.byTelephone()).isEmpty();
        assertThat(proven.holes()).hasSize(5).allSatisfy(hole -> {
            assertThat(hole.reason()).isEqualTo(Reason.NO_ADDRESS);
            assertThat(hole.from()).isEqualTo(proven.from());
            assertThat(hole.until()).isEqualTo(proven.until());
        });
    }

    @Test
    void whileNoMailReachesTheWindowNobodyTelephonesAndTheCallWaitsInVain() {
        withoutMail("ciso", PHONE);
        Instant from = clock.instant().plus(DAY);
        for (Person one : roster.holders("window", clock.instant())) {
            absent(one, from, from.plus(DAY));
        }

        assertThat(proven().holes())
                .filteredOn(hole -> hole.level().equals("L3") && "ciso".equals(hole.role()))
                .singleElement()
                .satisfies(hole -> {
                    assertThat(hole.reason()).isEqualTo(Reason.WINDOW_AWAY);
                    assertThat(Duration.between(hole.from(), hole.until())).isEqualTo(DAY);
                });
        CallPreview preview = preview("ciso", from.plus(Duration.ofHours(1)));
        assertThat(preview.steps().get(0).reason()).isEqualTo("window-away");
        assertThat(preview.steps().get(0).skipped()).isFalse();
        assertThat(preview.steps().get(1).at()).isAfter(preview.steps().get(0).at());
    }

    @Test
    void aPlanThatTelephonesNobodyDoesNotReachThem() {
        withoutMail("ciso", PHONE);
        SortedMap<String, byte[]> files = processes.files(processes.newestEdition());
        String model = new String(files.get("escalation.bpmn"), StandardCharsets.UTF_8);
        files.put("escalation.bpmn", model.replace("recordTelephone", "note").getBytes(StandardCharsets.UTF_8));

        assertThat(proof.of(files).holes())
                .isNotEmpty()
                .allSatisfy(hole -> assertThat(hole.reason()).isEqualTo(Reason.NO_TELEPHONE_STEP));
    }

    @Test
    void aTelephoneOfTheOfficeReachesNobodyAtNight() {
        withoutMail("ciso", null);
        as(ADMIN, () -> contacts.add(person("ciso").id(), new ContactEntry("phone", "office", PHONE, true)));

        Proven proven = proven();

        List<Hole> called = proven.byTelephone().stream()
                .filter(hole -> hole.level().equals("L3") && !hole.until().equals(proven.until()))
                .toList();
        assertThat(called).hasSizeGreaterThan(200).allSatisfy(hole -> {
            assertThat(calendar.isOfficeHours(hole.from())).isTrue();
            assertThat(calendar.isOfficeHours(hole.until())).isFalse();
        });
        assertThat(proven.holes())
                .filteredOn(hole -> hole.level().equals("L3"))
                .hasSizeBetween(called.size() - 1, called.size() + 1)
                .allSatisfy(hole -> assertThat(hole.reason()).isEqualTo(Reason.NO_ADDRESS));
    }

    @Test
    void whoTakesAnAddressAwayIsToldThatOnlyTheTelephoneIsLeft() {
        PersonEntry entry = PersonEntry.of(person("ciso"));

        assertThatExceptionOfType(NewHoles.class)
                .isThrownBy(() -> as(ADMIN, () -> edit(entry, PHONE, false)))
                .satisfies(refused -> assertThat(refused.holes())
                        .hasSize(5)
                        .allSatisfy(sentence -> assertThat(sentence).contains("reached by telephone only")));

        as(ADMIN, () -> edit(entry, null, true));
        as(ADMIN, () -> edit(entry, PHONE, false));
        assertThat(proven().holes()).as("better than before").isEmpty();
    }

    @Test
    void theDailyLetterSaysIt() {
        withoutMail("chief", PHONE);
        absent(person("ciso"), clock.instant().plus(DAY), clock.instant().plus(DAY.multipliedBy(2)));

        new DailyProof(proof, words, mails, dates, messages, clock, "00:00").look();

        assertThat(jdbc.sql("select body from mail_out where letter_key like 'reach/%'")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(body -> assertThat(body).contains("不在", "電話だけで届く段", "渡辺　隆"));
    }

    private void withoutMail(String account, @Nullable String phone) {
        PersonEntry entry = PersonEntry.of(person(account));
        as(ADMIN, () -> edit(entry, phone, true));
    }

    private boolean edit(PersonEntry entry, @Nullable String phone, boolean consent) {
        changes.editPerson(
                person(String.valueOf(entry.account())).id(),
                new PersonEntry(
                        entry.account(),
                        entry.name(),
                        entry.kana(),
                        entry.post(),
                        entry.section(),
                        null,
                        phone,
                        null,
                        null),
                consent);
        return true;
    }

    private Proven proven() {
        return as(LEAD, proof::running);
    }

    private CallPreview preview(String ladder, Instant at) {
        return as(LEAD, () -> previews.at(3, at)).stream()
                .filter(it -> it.ladder().equals(ladder))
                .findFirst()
                .orElseThrow();
    }

    private void absent(Person person, Instant from, Instant until) {
        as(LEAD, () -> absences.enter(new AbsenceEntry(person.id(), null, from, until, null)));
    }

    private Person person(String account) {
        return roster.personOf(account).orElseThrow();
    }

    private static <T> T as(Actor actor, Supplier<T> act) {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        return Actors.as(actor, act::get);
    }
}
