package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.noroshi.NoroshiTest;
import dev.noroshi.asset.Asset;
import dev.noroshi.asset.Assets;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.web.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The roster and the register of the fictional city; every change is rolled back. */
@NoroshiTest
@Transactional
class RosterIntegrationTests {

    private static final Actor STAFF = new Actor("staff", "佐藤 美咲", Set.of(), "総務課");
    private static final Actor ADMIN = new Actor("admin", "中村 陽子", Set.of("admin"), "情報政策課");

    @Autowired
    private Roster roster;

    @Autowired
    private RosterChanges changes;

    @Autowired
    private Sections sections;

    @Autowired
    private RoleSource roles;

    @Autowired
    private Assets assets;

    @Autowired
    private Clock clock;

    @Test
    void everyRoleOfTheShippedPlanIsHeld() {
        assertThat(roles.rolesOf("lead")).contains("csirt-lead", "system-manager", "plan-author");
        assertThat(roles.rolesOf("nobody")).isEmpty();
        assertThat(roles.standingOf("staff").section()).isEqualTo("総務課");
        assertThat(roles.standingOf("nobody").section()).isNull();
        assertThat(roster.holders("ciso", now())).extracting(Person::account).containsExactly("ciso");
    }

    @Test
    void aSectionIsMeantByItsNameInAnyWidthOrAUniquePart() {
        assertThat(roster.sectionNamed("　総務 課")).map(Section::name).contains("総務課");
        assertThat(roster.sectionNamed("情報政策")).map(Section::name).contains("情報政策課");
        assertThat(roster.sectionNamed("総務部総務課")).map(Section::name).contains("総務課");
        assertThat(roster.sectionNamed("課")).isEmpty();
        assertThat(roster.sectionNamed(" ")).isEmpty();
        assertThat(roster.sectionNamed("総務課").flatMap(section -> roster.headOf(section, now())))
                .map(Person::account)
                .contains("manager");
    }

    @Test
    void mailAddressesAreComparedWithoutLetterCase() {
        assertThat(roster.personAt("CISO@City.Example.jp")).map(Person::account).contains("ciso");
    }

    @Test
    void namesAreFoundByVariantsAndStayAsTyped() {
        assertThat(as(ADMIN, () -> roster.search("高橋春江")))
                .extracting(Person::name)
                .containsExactly("髙橋　春江");
    }

    @Test
    void plainStaffSeeTheWindowAndTheirOwnHead() {
        Directory seen = as(STAFF, roster::directory);

        assertThat(seen.roles()).extracting(Directory.RoleHolders::role).containsExactly("window");
        assertThat(seen.sections()).extracting(Directory.SectionEntry::name).containsExactly("総務課");
        assertThatExceptionOfType(NotYours.class).isThrownBy(() -> as(STAFF, () -> roster.reach("ciso", now())));
    }

    @Test
    void aPersonHasLettersInTheirLanguage() {
        long id = as(ADMIN, () -> changes.addPerson(entry("jordan", "Jordan Smith")));
        assertThat(as(ADMIN, () -> changes.person(id)).locale()).isEqualTo(Locale.JAPANESE);

        edit(id, "en");
        edit(id, null);

        assertThat(as(ADMIN, () -> changes.person(id)).locale()).isEqualTo(Locale.ENGLISH);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> edit(id, "fr"));
    }

    private void edit(long id, String language) {
        as(ADMIN, () -> {
            changes.editPerson(
                    id,
                    new PersonEntry("jordan", "Jordan Smith", null, null, "総務課", null, null, null, null, language),
                    true);
            return id;
        });
    }

    @Test
    void anAppointmentCountsFromItsFirstToItsLastDay() {
        long person = as(ADMIN, () -> changes.addPerson(entry("fukuciso", "副　花子")));
        AppointmentEntry entry = new AppointmentEntry("ciso", person, null, 9, null, null, null);
        long once = as(ADMIN, () -> changes.appoint(entry));
        assertThat(as(ADMIN, () -> changes.appoint(entry))).isEqualTo(once);
        assertThat(as(ADMIN, changes::appointments))
                .filteredOn(given -> given.person().equals("副　花子"))
                .hasSize(1);
        assertThat(roster.holders("ciso", now())).extracting(Person::name).endsWith("副　花子");

        long appointment = as(ADMIN, changes::appointments).stream()
                .filter(given -> given.person().equals("副　花子"))
                .findFirst()
                .orElseThrow()
                .id();
        as(ADMIN, () -> {
            changes.dismiss(appointment, null, true);
            return person;
        });
        assertThat(roles.rolesOf("fukuciso")).isEmpty();
    }

    @Test
    void onlyAdministratorsChangeTheRosterAndBadEntriesAreRefused() {
        assertThatExceptionOfType(NotYours.class)
                .isThrownBy(() -> as(STAFF, () -> sections.add(new SectionDraft("新課", "新部"), null)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(ADMIN, () -> sections.add(new SectionDraft("総務課", "総務部"), null)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(ADMIN, () -> changes.addPerson(entry("ciso", "二重　太郎"))));
    }

    @Test
    @Transactional
    void anAddressIsOnePersonsAndAPersonIsEnteredOnce() {
        PersonEntry taken = written(null, "東　花子", "CISO@city.example.jp");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(ADMIN, () -> changes.addPerson(taken)))
                .satisfies(it -> assertThat(it.fields())
                        .extracting(error -> error.field() + " " + error.code())
                        .containsExactly("email address-held"));
        PersonEntry free = written(null, "東　花子", "azuma@city.example.jp");
        long id = as(ADMIN, () -> changes.addPerson(free));

        assertThatExceptionOfType(InvalidInput.class)
                .as("the same in other widths")
                .isThrownBy(() -> as(ADMIN, () -> changes.addPerson(written("azuma", "東 花子", null))))
                .satisfies(it -> assertThat(it.fields())
                        .extracting(error -> error.field() + " " + error.code())
                        .containsExactly("name person-held"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(ADMIN, () -> {
                    changes.editPerson(id, taken, true);
                    return id;
                }));
        as(ADMIN, () -> {
            changes.editPerson(id, written("azuma", "東　花子", "azuma@city.example.jp"), true);
            return id;
        });
        assertThat(as(ADMIN, () -> changes.addPerson(written("azuma2", "東　花子", null))))
                .as("two accounts are two people")
                .isNotEqualTo(id);
    }

    private static PersonEntry written(@Nullable String account, String name, @Nullable String email) {
        return new PersonEntry(account, name, null, "主事", "総務課", email, null, null, null);
    }

    @Test
    void anAssetIsMeantByItsNumberOrItsWholeName() {
        Asset asset = new Asset("ZZ-900", "試験システム", "system", "lgwan", 240, "総務課", true);

        assets.register(asset);

        assertThat(assets.named("ｚｚ-900")).contains(asset);
        assertThat(assets.named("試験システム")).contains(asset);
        assertThat(assets.named("試験")).isEmpty();
    }

    private Instant now() {
        return clock.instant();
    }

    private static PersonEntry entry(String account, String name) {
        return new PersonEntry(account, name, null, null, "総務課", null, null, null, null);
    }

    private static <T> T as(Actor actor, java.util.function.Supplier<T> act) {
        return Actors.as(actor, act);
    }
}
