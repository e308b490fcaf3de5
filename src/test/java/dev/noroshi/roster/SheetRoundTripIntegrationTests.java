package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.web.IfMatch;
import jakarta.persistence.EntityManager;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A whole roster with its history out of one city and into another; every change is rolled back. */
@NoroshiTest
@Transactional
class SheetRoundTripIntegrationTests {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of("admin"), null);
    private static final LocalDate LEAP = LocalDate.parse("2028-02-29");

    @Autowired
    private RosterSheets sheets;

    @Autowired
    private Sections sections;

    @Autowired
    private Posts posts;

    @Autowired
    private RosterChanges changes;

    @Autowired
    private Absences absences;

    @Autowired
    private Duties duties;

    @Autowired
    private Roster roster;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void whatIsTakenOutAndInAgainIsNoChange() {
        aLongHistory();
        byte[] file = export(Locale.JAPANESE);

        for (byte[] saved : List.of(
                file,
                export(Locale.ENGLISH),
                text(file)
                        .substring(1)
                        .replace("🔥", "火")
                        .replace("2028-02-29", "2028/2/29")
                        .getBytes(Charset.forName("windows-31j")))) {
            SheetPreview seen = preview(saved);
            assertThat(seen.errors()).isEmpty();
            assertThat(seen.changes())
                    .flatExtracting(SheetChange::values)
                    .filteredOn(it -> !String.valueOf(it.after()).contains("火"))
                    .isEmpty();
        }
        assertThat(preview(file).untouched()).isEmpty();
    }

    @Test
    void anEmptyCityTakesTheFileOfAnotherAndIsTheSame() {
        aLongHistory();
        byte[] file = export(Locale.JAPANESE);
        int lineages = lineages();
        empty();

        SheetPreview taken = take(file);

        assertThat(taken.errors()).isEmpty();
        entities.clear();
        byte[] copy = export(Locale.JAPANESE);
        assertThat(withoutNumbers(copy)).containsExactlyElementsOf(withoutNumbers(file));
        assertThat(preview(copy).changes()).isEmpty();
        assertThat(lineages()).isEqualTo(lineages);
        assertThat(roster.sectionNamed("往復旧課").map(Section::name)).contains("往復中課");
        assertThat(roster.holders("ciso", clock.instant()))
                .extracting(Person::account)
                .containsExactly("chief");
    }

    @Test
    void numbersOfAnotherCityAreNobodysHere() {
        byte[] file = export(Locale.JAPANESE);
        String first = text(file).lines().skip(1).findFirst().orElseThrow().split(",")[1];
        empty();
        jdbc.sql(
                        "insert into roster_person (id, account, name, email, search_key) values (:id, 'here', '此処　花子', 'here@x.example', 'x')")
                .param("id", first)
                .update();

        assertThat(take(file).errors()).isEmpty();
        entities.clear();
        assertThat(roster.personOf("here")).map(Person::name).contains("此処　花子");
        assertThat(withoutNumbers(export(Locale.JAPANESE)))
                .containsAll(withoutNumbers(file))
                .hasSize(withoutNumbers(file).size() + 1);
    }

    @Test
    void anOlderFileEndsAndForgetsNothing() {
        aLongHistory();
        List<String> before = withoutNumbers(export(Locale.JAPANESE));
        String older = "番号,アカウント,氏名,フリガナ,役職,機関区分,部,所属,役職の開始日,役職の最終日,役割,担当する所属,順番,開始日,最終日";
        List<String> kept = List.of(older.split(","));
        List<String> lines = text(export(Locale.JAPANESE)).substring(1).lines().toList();
        List<String> heading = List.of(lines.get(0).split(","));
        String file = lines.stream()
                .filter(it -> it.startsWith("行の種類") || it.startsWith("職員") && !it.contains("往復"))
                .map(it -> List.of(it.split(",", -1)))
                .map(cells -> kept.stream()
                        .map(it -> cells.get(heading.indexOf(it)))
                        .collect(java.util.stream.Collectors.joining(",")))
                .collect(java.util.stream.Collectors.joining("\r\n"));

        assertThat(take(bytes(file)).changes()).isEmpty();
        assertThat(withoutNumbers(export(Locale.JAPANESE))).isEqualTo(before);
    }

    @Test
    void aReorganisationByFileTakesTheHeadAlong() {
        LocalDate first = LocalDate.parse("2028-03-01");
        String file = "行の種類,機関区分,部,所属,開始日,最終日,その後の所属\n"
                + "所属,市長部局,総務部,総務課," + since("総務課") + "," + LEAP + ",総務戦略課\n"
                + "所属,市長部局,総務部,総務戦略課," + first + ",,\n";

        assertThat(preview(bytes(file)).changes())
                .extracting(SheetChange::kind)
                .containsExactly("section-ended", "section-added");
        take(bytes(file));
        entities.clear();
        assertThat(headOn(LEAP, "総務課")).isEqualTo("manager");
        assertThat(headOn(first, "総務戦略課")).isEqualTo("manager");
        assertThat(preview(bytes(file)).changes()).isEmpty();
        assertThat(preview(export(Locale.JAPANESE)).changes()).isEmpty();
    }

    @Test
    void aChangeIsSaidInWordsAndTakenWhole() {
        Person ciso = roster.personOf("ciso").orElseThrow();
        String file = "kind,number,account,name,last_day,role,from,hours,members,stand_in,starts_at,ends_at\n"
                + "person," + ciso.id() + ",ciso," + ciso.name() + ",2027-03-31,,,,,,,\n"
                + "absence," + ciso.id() + ",,,,,,,,chief,2027-01-04 08:30,2027/1/5 17:15\n"
                + "rotation,,,,,csirt-handler,2027-01-04,always,\"handler, handler2\",,,\n"
                + "swap,,handler2,,,csirt-handler,2027-01-04,always,,,2027-01-06 08:30,2027-01-07 08:30\n";

        SheetPreview seen = preview(bytes(file));
        assertThat(seen.errors()).isEmpty();
        assertThat(seen.changes())
                .extracting(SheetChange::kind)
                .containsExactly("person-changed", "absence-entered", "rotation-begun", "turn-swapped");
        assertThat(seen.holes()).isNotEmpty();
        take(bytes(file));

        assertThat(roster.personOf("ciso")).map(Person::lastDay).contains(LocalDate.parse("2027-03-31"));
        assertThat(called("ciso", "2027-01-05 17:14")).containsExactly("chief");
        assertThat(called("csirt-handler", "2027-01-06 12:00")).containsExactly("handler2");
        assertThat(preview(bytes(file)).changes()).isEmpty();
        assertThat(preview(bytes(
                                file.replace("2027/1/5 17:15", "2027/1/6 17:15").replace(",chief,", ",,")))
                        .changes())
                .singleElement()
                .satisfies(it -> assertThat(it.values())
                        .extracting(SheetChange.Value::column)
                        .containsExactly("ends_at", "stand_in"));
    }

    @Test
    void mistakesAreNamedWithLineAndColumn() {
        String file =
                "kind,number,account,name,first_day,last_day,section,department,role,from,until,hours,members,handover,"
                        + "becomes,stand_in,starts_at,ends_at\n"
                        + "robot,,,,,,,,,,,,,,,,,\n"
                        + "section,,,x,,,往復,,,,,,,,,,,\n"
                        + "section,,,,,,往復,部,,2028-03-01,2028-02-29,,,,,,,\n"
                        + "section,,,,,,往復二,部,,2028-02-29,2028-03-31,,,,往復三,,,\n"
                        + "section,,,,,,総務課,総務部,,,2020-01-01,,,,,,,\n"
                        + "section,,,,,,総務課,部,,2028-03-01,,,,,,,,\n"
                        + "absence,,,誰か,,,,,,,,,,,,=1+1,2027-02-29 08:30,\n"
                        + "absence,,ciso,,,,,,,,,,,,,ciso,2027-02-28 08:30,2027-02-28 08:30\n"
                        + "absence,,chief,,,,,,,,,,,,,,2027-02-28 08:30,2028-03-01 08:30\n"
                        + "rotation,,,,,,,,section-manager,,,執務時間,誰か,25:00,,,,\n"
                        + "swap,,ciso,,,,,,ciso,2027-01-04,,,,,,,2027-01-04 08:30,2027-01-05 08:30\n"
                        + "person,,,往復　花子,2028-03-01,2028-02-29,,,,,,,,,,,,\n";

        assertThat(preview(bytes(file)).errors())
                .extracting(it -> it.line() + " " + it.column() + " " + it.code())
                .contains(
                        "2 kind choice",
                        "3 name sheet-kind-column",
                        "3 department required",
                        "4 until last-day",
                        "5 becomes sheet-becomes",
                        "6 until last-day",
                        "7 section section-exists",
                        "8 name unknown-person",
                        "8 stand_in unknown-person",
                        "8 starts_at sheet-moment",
                        "8 ends_at required",
                        "9 stand_in absence-self",
                        "10 ends_at absence-long",
                        "11 role unknown-role",
                        "11 from required",
                        "11 hours choice",
                        "11 members sheet-person",
                        "11 handover sheet-time",
                        "12 from sheet-rotation",
                        "13 last_day service-days");
    }

    @Test
    void formulasStayTextInEveryKindOfLine() {
        String file = "kind,name,section,department,from,stand_in,starts_at,ends_at\n"
                + "person,=往復()*1,,,,,,\n"
                + "person,@往復,,,,,,\n"
                + "section,,+往復課,-往復部,2028-02-29,,,\n"
                + "absence,=往復()*1,,,,@往復,2028-02-29 08:30,2028-02-29 17:15\n";
        take(bytes(file));

        assertThat(text(export(Locale.JAPANESE)).lines().flatMap(it -> List.of(it.split(",")).stream()))
                .contains("'=往復()*1", "'@往復", "'+往復課", "'-往復部")
                .noneMatch(it -> it.matches("[=+@-].*"));
        assertThat(preview(bytes(file)).changes()).isEmpty();
        assertThat(preview(export(Locale.ENGLISH)).changes()).isEmpty();
    }

    /** A section with three names, one that ended, people who have left and come, posts and roles that are over. */
    private void aLongHistory() {
        LocalDate today = today();
        as(() -> {
            long old = sections.add(new SectionDraft("往復旧課", "往復部", "市長部局"), LocalDate.parse("2019-04-01"));
            long now = sections.rename(old, new SectionDraft("往復中課", "往復部"), today);
            sections.rename(now, new SectionDraft("往復新課", "往復部"), LEAP.plusDays(1));
            long gone = sections.add(new SectionDraft("往復廃課", "往復部"), LocalDate.parse("2019-04-01"));
            long person = changes.addPerson(
                    new PersonEntry("ofuku", "往復　🔥", "オウフク", "係長", "往復中課", "ofuku@x.example", null, null, null, "en")
                            .serving(LocalDate.parse("2019-04-01"), LEAP));
            posts.enter(
                    person, new PostEntry("主事", "往復旧課", LocalDate.parse("2019-04-01"), LocalDate.parse("2020-02-29")));
            posts.enter(
                    person, new PostEntry("主任", "往復廃課", LocalDate.parse("2020-03-01"), LocalDate.parse("2021-03-31")));
            posts.enter(person, new PostEntry("課長", "往復新課", LEAP.plusDays(1), null));
            long left = changes.addPerson(
                    new PersonEntry(null, "往復　退職", null, "部長", null, "left@x.example", null, null, null)
                            .serving(null, today.minusDays(1)));
            sections.end(gone, null, true);
            changes.appoint(new AppointmentEntry("auditor", person, null, 3, today, LEAP, true));
            changes.dismiss(
                    changes.appoint(
                            new AppointmentEntry("auditor", left, null, 4, LocalDate.parse("2020-04-01"), LEAP, true)),
                    null,
                    true);
            changes.appoint(new AppointmentEntry("section-manager", person, "往復中課", 0, today, null, true));
            absences.enter(new AbsenceEntry(
                    id("ciso"), id("chief"), null, clock.instant().plusSeconds(100_000), true));
            absences.enter(new AbsenceEntry(id("lead"), null, at("2027-12-31 08:30"), at("2028-01-01 00:00"), true));
            long turns = duties.begin(new RotationEntry(
                    "csirt-handler", List.of(id("handler"), id("handler2")), today, "17:15", true, true));
            duties.swap(turns, new SwapEntry(id("handler"), at("2028-02-29 08:30"), at("2028-03-01 08:30"), true));
            duties.end(
                    duties.begin(new RotationEntry(
                            "csirt-lead", List.of(id("lead")), today.minusDays(30), null, false, true)),
                    true);
            return "";
        });
        entities.flush();
        entities.clear();
    }

    private void empty() {
        entities.flush();
        entities.clear();
        jdbc.sql("update roster_section set successor = null").update();
        for (String table : List.of(
                "roster_swap",
                "roster_rotation_member",
                "roster_rotation",
                "roster_absence",
                "roster_contact",
                "roster_post",
                "roster_role_holder",
                "roster_person",
                "roster_section")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    /** Numbers are each city's own: lines with the name in their place. */
    private static List<String> withoutNumbers(byte[] file) {
        Map<String, String> names = new HashMap<>();
        List<String> lines = new ArrayList<>();
        text(file).lines().forEach(line -> {
            String[] cells = line.split(",", -1);
            names.put(cells[1], cells[3]);
            cells[1] = "";
            lines.add(String.join(",", cells).replaceAll("(^|[,、])[0-9]+ ", "$1"));
        });
        return lines;
    }

    private List<String> called(String role, String at) {
        return roster.called(role, at(at)).stream().map(Person::account).toList();
    }

    private String headOn(LocalDate day, String section) {
        Instant noon = at(day + " 12:00");
        return roster.sections(noon).stream()
                .filter(it -> it.name().equals(section))
                .findFirst()
                .flatMap(it -> roster.headOf(it, noon))
                .map(Person::account)
                .orElse("");
    }

    private String since(String section) {
        return as(sections::all).stream()
                .filter(it -> it.name().equals(section))
                .map(it -> it.from().toString())
                .findFirst()
                .orElseThrow();
    }

    private int lineages() {
        return jdbc.sql("select count(distinct lineage) from roster_section")
                .query(Integer.class)
                .single();
    }

    private byte[] export(Locale reader) {
        return as(() -> sheets.export(reader));
    }

    private SheetPreview preview(byte[] file) {
        return as(() -> sheets.preview(file));
    }

    private SheetPreview take(byte[] file) {
        return as(() -> sheets.take(file, IfMatch.ANY, true));
    }

    private long id(String account) {
        return roster.personOf(account).orElseThrow().id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    private static Instant at(String moment) {
        return SheetMoments.of(moment).orElseThrow();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T as(Supplier<T> act) {
        return Actors.as(ADMIN, act);
    }
}
