package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.web.InvalidInput;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.annotation.Transactional;

/** Whoever is called is called where they are at that hour. */
@NoroshiTest
class ContactsIntegrationTests {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of("admin"), null);

    @LocalServerPort
    private int port;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Roster roster;

    @Autowired
    private BusinessCalendar calendar;

    @Test
    @Transactional
    void eachHourHasItsContactsAndWhatIsForAHourComesFirst() {
        Person ciso = roster.personOf("ciso").orElseThrow();
        add(ciso, "mobile", "outside", "090-0000-1111");
        add(ciso, "mobile", "always", "080-0000-2222");
        add(ciso, "email", "outside", "ciso-night@city.example.jp");

        LocalDate open = calendar.openDayFrom(LocalDate.of(2027, 6, 1));
        for (Instant night :
                new Instant[] {at(open, "08:29"), at(open, "17:15"), at(LocalDate.of(2027, 1, 1), "12:00")}) {
            assertReached(night, "ciso-night@city.example.jp", "090-0000-1111", ciso.phone());
        }
        for (Instant day : new Instant[] {at(open, "08:30"), at(open, "17:14")}) {
            assertReached(day, ciso.email(), "080-0000-2222", ciso.phone());
        }
        assertThat(roster.ahead(at(open, "00:00")).changes("ciso", at(open, "00:00"), at(open.plusDays(1), "00:00")))
                .contains(at(open, "08:30"), at(open, "17:15"));
    }

    @Test
    @Transactional
    void answersCountFromTheAddressesOfAllHoursAndFromThoseForReplies() {
        Person chief = roster.personOf("chief").orElseThrow();
        add(chief, "reply", null, "Chief.Home@example.net");
        add(chief, "email", "outside", "chief-night@city.example.jp");

        assertThat(roster.personAt(" chief.home@EXAMPLE.net")).contains(chief);
        assertThat(roster.addressesOf(chief))
                .containsExactlyInAnyOrder(
                        "chief@city.example.jp", "chief.home@example.net", "chief-night@city.example.jp");
        assertThat(roster.called("chief", at(LocalDate.of(2027, 1, 1), "12:00")))
                .extracting(Person::email)
                .containsExactly("chief-night@city.example.jp");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> add(roster.personOf("lead").orElseThrow(), "reply", null, "chief.home@example.net"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> add(chief, "reply", null, "ciso@city.example.jp"));
    }

    @Test
    void anAdministratorKeepsThemOnThePage() {
        long id = roster.personOf("koho")
                .map(Person::id)
                .orElseGet(() -> roster.personOf("staff").map(Person::id).orElseThrow());
        String path = "/admin/people/" + id + "/contacts";
        PageClient admin = new PageClient(port, "admin");
        String page = admin.get(path).body();

        HttpResponse<String> refused =
                admin.post(path, page, Map.of("kind", "email", "hours", "outside", "value", "a b"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"value-error\"", "value=\"a b\"");
        HttpResponse<String> added =
                admin.post(path, page, Map.of("kind", "mobile", "hours", "outside", "value", "090-1234-0000"));
        assertThat(added.body()).contains("保存しました。", "090-1234-0000", "執務時間外（夜間・閉庁日）");

        long contact = as(() -> contacts.of(id)).get(0).id();
        assertThat(admin.post(path + "/" + contact + "/removal", added.body(), Map.of())
                        .body())
                .doesNotContain("090-1234-0000");
        assertThat(new PageClient(port, "lead").get(path).statusCode()).isEqualTo(403);
        assertThatExceptionOfType(NotYours.class)
                .isThrownBy(
                        () -> Actors.as(new Actor("lead", "lead", Set.of("csirt-lead"), null), () -> contacts.of(id)));
    }

    private void assertReached(Instant at, String email, String mobile, String phone) {
        for (Person person : new Person[] {
            roster.called("ciso", at).get(0),
            roster.ahead(at).called("ciso", at).get(0)
        }) {
            assertThat(person.email()).isEqualTo(email);
            assertThat(person.mobile()).isEqualTo(mobile);
            assertThat(person.phone()).isEqualTo(phone);
        }
    }

    private void add(Person person, String kind, String hours, String value) {
        as(() -> contacts.add(person.id(), new ContactEntry(kind, hours, value, null)));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(BusinessCalendar.TOKYO).toInstant();
    }

    private static <T> T as(Supplier<T> act) {
        return Actors.as(ADMIN, act::get);
    }
}
