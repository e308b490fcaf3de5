package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.calendar.Moments;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A corrected day: which deadlines follow it, and that nobody becomes unreachable by it unseen. */
@NoroshiTest
class CalendarFlowTests {

    private final BusinessCalendar law = new BusinessCalendar("08:30", "17:15");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void legalDeadlinesFollowDaysOffOfTheStateAndNotOfTheCityAlone() {
        String number = city.evaluated(
                "mis-send", Map.of("personalInformation", Map.of("included", "yes", "personCount", 101)));
        LocalDate due = LocalDate.parse(definitive(number).get("dueOn").asString());
        String preliminary = report(number, "preliminary").get("dueOn").asString();

        try {
            correct(due, false, "開庁記念日");
            assertThat(definitive(number).get("dueOn").asString()).isEqualTo(due.toString());

            correct(due, true, "祝日法の改正");
            LocalDate moved = law.openDayFrom(due.plusDays(1));
            assertThat(definitive(number).get("dueOn").asString()).isEqualTo(moved.toString());
            assertThat(report(number, "preliminary").get("dueOn").asString()).isEqualTo(preliminary);
            assertThat(city.timeline(number))
                    .anyMatch(line -> line.startsWith("report-due-moved")
                            && line.contains(due.toString())
                            && line.contains(moved.toString()));
            assertThat(jdbc.sql(
                                    "select count(*) from journal_entry where act = 'report.due-moved' and subject = :report")
                            .param("report", definitive(number).get("id").asString())
                            .query(Long.class)
                            .single())
                    .isOne();
        } finally {
            restore(due);
        }
        assertThat(definitive(number).get("dueOn").asString()).isEqualTo(due.toString());
    }

    @Test
    void whoWasToldUntilWhenAStepWaitsHearsOfItsNewTime() {
        String number = city.evaluated("suspicious-mail", Map.of());
        String task = city.waiting(number, "userTask_preserveEvidence");
        LocalDate due = dueOf(task);
        leftAlone(task + "/waiting");

        try {
            correct(due, false, "臨時の休み");

            LocalDate moved = dueOf(task);
            assertThat(moved).isAfter(due);
            assertThat(toldOfMoved(number)).hasSize(2);
            assertThat(toldOfMoved(number).get("handler2@city.example.jp"))
                    .contains("暦の訂正（" + letter(due), "作業の期限：", letter(due), letter(moved), "返信は不要")
                    .doesNotContain("<");
            city.post("handler", "/api/v1/tasks/" + task + "/claim", Map.of());
            jdbc.sql("delete from mail_out where letter_key like 'moved/%'").update();
        } finally {
            restore(due);
        }
        assertThat(toldOfMoved(number)).containsOnlyKeys("handler@city.example.jp");
        restore(due);
        assertThat(toldOfMoved(number)).as("the same time").hasSize(1);
    }

    private LocalDate dueOf(String task) {
        JsonNode due = city.get("handler", "/api/v1/tasks/" + task).body().get("due");
        return LocalDate.ofInstant(Instant.parse(due.asString()), BusinessCalendar.TOKYO);
    }

    /** As if it had not waited for a list with letters of other tests' cases. */
    private void leftAlone(String letter) {
        await().until(
                        () -> jdbc.sql("select count(*) from mail_out where letter_key = ?")
                                .param(letter)
                                .query(Long.class)
                                .single(),
                        count -> count == 1);
        jdbc.sql("update mail_out set state = 'sent', recipients = 'handler@city.example.jp,handler2@city.example.jp'"
                        + " where letter_key = ?")
                .param(letter)
                .update();
    }

    /** The letters about moved times that name the case, by their addressees. */
    private Map<String, String> toldOfMoved(String number) {
        Map<String, String> told = new HashMap<>();
        jdbc.sql("select recipients, body from mail_out where letter_key like 'moved/%' and body like ?")
                .param("%" + number + " %")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(letter -> told.merge(letter.getKey(), letter.getValue(), (one, other) -> one + other));
        return told;
    }

    private static String letter(LocalDate day) {
        return new JapaneseDates().letter(day);
    }

    @Test
    void thePageNamesItsDaysInTheLanguageOfWhoReadsIt() {
        PageClient admin = new PageClient(port, "admin");
        assertThat(admin.get("/admin/calendar?year=2027").body()).contains("令和9年2月11日(木)");
        assertThat(admin.get("/admin/calendar?year=2027&lang=en").body())
                .contains(">2027-02-11 (Thu)<", "National Foundation Day", "Substitute holiday")
                .doesNotContain("令和");
        assertThat(admin.get("/admin/calendar?year=2027&lang=ja").body())
                .contains("建国記念の日", "振替休日", "年末年始の休日")
                .doesNotContain("??calendar.holiday");
    }

    @Test
    void aDayOfAnotherCenturyIsASlip() {
        PageClient admin = new PageClient(port, "admin");
        for (String day : List.of("0001-01-01", "9999-12-31")) {
            String page = admin.get("/admin/calendar?lang=ja").body();
            assertThat(admin.post("/admin/calendar", page, Map.of("day", day, "state", "closed", "name", "休み"))
                            .body())
                    .contains("日付は2020年から2099年までで入力してください");
        }
        String page = admin.get("/admin/calendar").body();
        assertThat(admin.post("/admin/calendar", page, Map.of("day", "20266-01-01", "state", "closed", "name", "休み"))
                        .body())
                .contains("日付を確かめてください");
    }

    @Test
    void aDayOffOnWhichACallReachesNobodyWantsConsent() {
        LocalDate monday = LocalDate.now(BusinessCalendar.TOKYO).plusDays(150).with(DayOfWeek.MONDAY);
        LocalDate day = law.openDayFrom(monday);
        String bounced = "bounced/" + day;
        long rotation = onlyTheBouncedOneAtNight(monday, bounced);
        try {
            Map<String, Object> entry =
                    new HashMap<>(Map.of("day", day.toString(), "open", false, "name", "開庁記念日", "consent", false));
            CaseClient.Answer refused = city.post("admin", "/api/v1/calendar/days", entry);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().get("type").asString()).isEqualTo("/problems/roster.holes");
            assertThat(refused.body().get("holes").get(0).asString()).contains("インシデントハンドラー");
            assertThat(corrected(day)).isFalse();

            PageClient admin = new PageClient(port, "admin");
            String page = admin.get("/admin/calendar").body();
            String asked = admin.post(
                            "/admin/calendar", page, Map.of("day", day.toString(), "state", "closed", "name", "開庁記念日"))
                    .body();
            assertThat(asked).contains("それでも変更する");
            assertThat(corrected(day)).isFalse();

            entry.put("consent", true);
            assertThat(city.post("admin", "/api/v1/calendar/days", entry).status())
                    .isEqualTo(204);
            assertThat(corrected(day)).isTrue();
            restore(day);
        } finally {
            city.post("lead", "/api/v1/roster/duties/" + rotation + "/end", Map.of());
            jdbc.sql("delete from mail_out where letter_key = :key")
                    .param("key", bounced)
                    .update();
        }
    }

    /** From that day on handler2 alone has the turn at night and on closed days; letters to handler2 come back. */
    private long onlyTheBouncedOneAtNight(LocalDate starts, String bounced) {
        jdbc.sql("""
                        insert into mail_out (letter_key, recipients, subject, body, message_id, drill, priority, state, attempts,
                            queued_at, next_at)
                        values (:key, 'handler2@city.example.jp', '件名', '本文', :key, false, 1, 'bounced', 1, :now, :now)
                        """)
                .param("key", bounced)
                .param("now", Moments.column(Instant.now()))
                .update();
        JsonNode roles = city.get("admin", "/api/v1/roster").body().get("roles");
        long person = StreamSupport.stream(roles.spliterator(), false)
                .filter(role -> role.get("role").asString().equals("csirt-handler"))
                .flatMap(role -> StreamSupport.stream(role.get("holders").spliterator(), false))
                .filter(holder -> holder.get("account").asString().equals("handler2"))
                .mapToLong(holder -> holder.get("id").asLong())
                .findFirst()
                .orElseThrow();
        CaseClient.Answer begun = city.post(
                "lead",
                "/api/v1/roster/duties",
                Map.of("role", "csirt-handler", "members", List.of(person), "starts", starts.toString()));
        assertThat(begun.status()).as("%s", begun.body()).isEqualTo(201);
        return begun.body().get("id").asLong();
    }

    private boolean corrected(LocalDate day) {
        return city.get("admin", "/api/v1/calendar/days?year=" + day.getYear())
                .body()
                .get("corrected")
                .toString()
                .contains(day.toString());
    }

    private void correct(LocalDate day, boolean national, String name) {
        Map<String, ?> entry = Map.of("day", day.toString(), "open", false, "name", name, "national", national);
        assertThat(city.post("admin", "/api/v1/calendar/days", entry).status()).isEqualTo(204);
    }

    private void restore(LocalDate day) {
        assertThat(city.post("admin", "/api/v1/calendar/days/" + day + "/restoration", Map.of())
                        .status())
                .isEqualTo(204);
    }

    private JsonNode definitive(String number) {
        return report(number, "definitive");
    }

    private JsonNode report(String number, String kind) {
        return await(kind + " report of " + number)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> StreamSupport.stream(
                                        city.get("handler", "/api/v1/reports?incident=" + number)
                                                .body()
                                                .get("items")
                                                .spliterator(),
                                        false)
                                .filter(report -> report.get("kind").asString().equals(kind))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
