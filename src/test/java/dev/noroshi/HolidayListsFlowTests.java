package dev.noroshi;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.JapaneseDates;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The official list of holidays, carried in as a file: compared, taken, taken back; and what follows it. */
@NoroshiTest
class HolidayListsFlowTests {

    private static final String IMPORT = "/api/v1/calendar/holidays/import";

    private final BusinessCalendar law = new BusinessCalendar("08:30", "17:15");
    private final int year = LocalDate.now(BusinessCalendar.TOKYO).getYear();
    private final int next = year + 1;

    /** In the next year, on a day that is open by law. */
    private final LocalDate newlyClosed = law.openDayFrom(LocalDate.of(next, 6, 8));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @AfterEach
    void computedAgain() {
        List.of(year, next).forEach(this::compute);
    }

    @Test
    void aPreviewSaysWhatDiffersAndChangesNothing() {
        JsonNode same = send("admin", "?preview", both().bytes()).body();
        assertThat(same.get("applied").asBoolean()).isFalse();
        assertThat(same.get("years").toString()).isEqualTo("[" + year + "," + next + "]");
        assertThat(same.get("changes")).isEmpty();
        assertThat(same.get("doubts")).isEmpty();

        JsonNode differs = send("admin", "?preview", moved().bytes()).body();

        assertThat(changes(differs))
                .containsExactlyInAnyOrder(sea() + " sea null opens", newlyClosed + " null sea closes");
        assertThat(holidays(next).get("official").asBoolean()).isFalse();
        assertThat(closed(next)).contains(sea().toString()).doesNotContain(newlyClosed.toString());
    }

    @Test
    void aYearIsByItsListOnceThatIsTakenAndIsComputedAgainWhenTakenBack() {
        String version = send("admin", "?preview", moved().bytes())
                .raw()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        CaseClient.Answer taken = send("admin", "", moved().bytes(), "If-Match", version);

        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(200);
        assertThat(taken.body().get("applied").asBoolean()).isTrue();
        assertThat(holidays(next).get("official").asBoolean()).isTrue();
        assertThat(holidays(next).get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(holidays(next).get("days").toString()).contains("\"" + newlyClosed + "\",\"word\":\"sea\"");
        assertThat(closed(next)).contains(newlyClosed.toString()).doesNotContain(sea().toString());
        assertThat(holidays(year + 2).get("official").asBoolean())
                .as("not in the file")
                .isFalse();
        assertThat(journal("calendar.holidays-read"))
                .contains(holidays(next).get("sha256").asString(), newlyClosed + " closes");
        assertThat(send("admin", "", moved().bytes(), "If-Match", version).status())
                .as("compared with another calendar")
                .isEqualTo(412);

        compute(next);

        assertThat(holidays(next).get("official").asBoolean()).isFalse();
        assertThat(holidays(year).get("official").asBoolean()).isTrue();
        assertThat(closed(next)).contains(sea().toString()).doesNotContain(newlyClosed.toString());
        assertThat(journal("calendar.holidays-computed")).contains(newlyClosed + " opens");
    }

    @Test
    void whatTheCityHasCorrectedStaysCorrected() {
        correct(newlyClosed, true, false);
        try {
            JsonNode seen = send("admin", "", moved().bytes()).body();

            assertThat(changes(seen)).contains(newlyClosed + " null sea state-closes");
            assertThat(closed(next)).doesNotContain(newlyClosed.toString());
        } finally {
            restore(newlyClosed);
        }
        assertThat(closed(next)).contains(newlyClosed.toString());
    }

    @Test
    void aFileThatIsNoWholeListIsRefusedWithWhatToDo() {
        String whole = both().text();
        byte[] cut = whole.substring(0, whole.indexOf(next + "/9")).getBytes(StandardCharsets.UTF_8);

        JsonNode seen = send("admin", "?preview", cut).body();
        assertThat(seen.get("errors").get(0).get("message").asString())
                .contains(next + "年の祝日がそろっていません", "敬老の日", "途中で切れていないか");
        CaseClient.Answer refused = send("admin", "", cut);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("type").asString()).endsWith("/problems/roster.sheet-refused");
        JsonNode wrong = send("admin", "?preview", "name,post\n職員,係長\n".getBytes(StandardCharsets.UTF_8))
                .body();
        assertThat(wrong.get("errors").get(0).get("message").asString()).contains("内閣府の祝日の一覧ではありません");
        JsonNode day = send("admin", "?preview", (whole + next + "/2/30,元日\n").getBytes(StandardCharsets.UTF_8))
                .body()
                .get("errors")
                .get(0);
        assertThat(day.get("columnName").asString()).isEqualTo("国民の祝日・休日月日");
        assertThat(day.get("message").asString()).contains(next + "/2/30」という日はありません");
        assertThat(holidays(year).get("official").asBoolean()).isFalse();
    }

    @Test
    void aListThatIsNotAsTheActWantsConsent() {
        byte[] added = both().with(newlyClosed, "店休日").without(year, "山の日").bytes();

        CaseClient.Answer refused = send("admin", "", added);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("doubts").toString()).contains("店休日", "mountain");
        assertThat(holidays(year).get("official").asBoolean()).isFalse();

        assertThat(send("admin", "?consent=true", added).status()).isEqualTo(200);
        assertThat(holidays(next).get("days").toString()).contains("店休日");
    }

    @Test
    void onlyAdministratorsReadAndTakeBack() {
        for (String person : List.of("staff", "lead", "chief", "auditor")) {
            assertThat(send(person, "?preview", both().bytes()).status()).isEqualTo(403);
            assertThat(send(person, "", both().bytes()).status()).isEqualTo(403);
            assertThat(city.post(person, "/api/v1/calendar/holidays/" + next + "/restoration", Map.of())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(holidays(year).get("official").asBoolean()).isFalse();
    }

    @Test
    void legalDeadlinesFollowTheListAndTheCaseSaysWhy() {
        String number = city.evaluated(
                "mis-send", Map.of("personalInformation", Map.of("included", "yes", "personCount", 101)));
        LocalDate due = definitive(number);

        assertThat(send("admin", "", both().moved("山の日", due).bytes()).status()).isEqualTo(200);

        LocalDate after = definitive(number);
        assertThat(after).isAfter(due);
        assertThat(city.timeline(number))
                .anyMatch(line -> line.startsWith("report-due-moved")
                        && line.contains(due.toString())
                        && line.contains(after.toString()));
        compute(due.getYear());
        assertThat(definitive(number)).isEqualTo(due);
    }

    @Test
    void whoWasToldATimeGetsOneLetterForAllDaysOfTheList() {
        String number = city.evaluated("suspicious-mail", Map.of());
        String task = city.waiting(number, "userTask_preserveEvidence");
        LocalDate due = dueOf(task);
        LocalDate second = law.openDayFrom(due.plusDays(1));
        leftAlone(task + "/waiting");

        send("admin", "", both().moved("山の日", due).moved("海の日", second).bytes());

        assertThat(dueOf(task)).isAfter(second);
        assertThat(toldOfMoved(number))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.replace("\n", ""))
                        .contains("国民の祝日の一覧の更新", new JapaneseDates().letter(due) + "は閉庁日", "作業の期限："));
        assertThat(city.timeline(number)).anyMatch(line -> line.contains(due + ", ") && line.contains("国民の祝日の一覧で変わった"));
    }

    @Test
    void anAdministratorLooksAndTakesAndGoesBackOnThePage() {
        PageClient admin = new PageClient(port, "admin");
        String page = admin.get("/admin/calendar?lang=ja&year=" + next).body();
        assertThat(page).contains("祝日法の規則から計算しています").doesNotContain("計算した祝日に戻す</button>");

        HttpResponse<String> seen =
                admin.upload("/admin/calendar/holidays/preview", page, "syukujitsu.csv", moved().bytes());
        assertThat(seen.body()).contains("今の祝日と違うのは2日です", ">海の日</ins>", "開庁 → 閉庁", "閉庁 → 開庁");
        String wrong = admin.upload("/admin/calendar/holidays/preview", page, "a.csv", new byte[0])
                .body();
        assertThat(wrong).contains("この一覧は読み込めません", "一覧に日がありません");
        assertThat(admin.upload("/admin/calendar/holidays/preview", page, "a.csv", both().bytes())
                        .body())
                .contains("今の祝日と違う日はありません");

        Map<String, String> confirmed = PageClient.values(seen.body());
        assertThat(admin.post("/admin/calendar/holidays", seen.body(), confirmed)
                        .body())
                .contains(year + "年から" + next + "年までの祝日は、読み込んだ一覧のとおりになりました");
        assertThat(journal("calendar.holidays-read")).startsWith("syukujitsu.csv; SHA-256 ");
        String taken = admin.get("/admin/calendar?lang=en&year=" + next).body();
        assertThat(taken)
                .contains("By the Cabinet Office&#39;s list, read ", "Marine Day")
                .doesNotContain("??");
        assertThat(admin.post("/admin/calendar/holidays", seen.body(), confirmed)
                        .statusCode())
                .isEqualTo(412);

        String back = admin.post("/admin/calendar/holidays/" + next + "/restoration", taken, Map.of())
                .body();
        assertThat(back).contains("Computed by the rules of the National Holidays Act");
        assertThat(new PageClient(port, "chief")
                        .upload("/admin/calendar/holidays/preview", back, "a.csv", both().bytes())
                        .statusCode())
                .isEqualTo(403);
    }

    private HolidayCsv both() {
        return new HolidayCsv(year, next);
    }

    private HolidayCsv moved() {
        return both().moved("海の日", newlyClosed);
    }

    private LocalDate sea() {
        return LocalDate.of(next, 7, 1).with(dayOfWeekInMonth(3, DayOfWeek.MONDAY));
    }

    private static List<String> changes(JsonNode seen) {
        return seen.get("changes")
                .valueStream()
                .map(it -> it.get("day").asString() + " " + word(it.get("before")) + " " + word(it.get("after")) + " "
                        + it.get("effect").asString())
                .toList();
    }

    private static String word(JsonNode holiday) {
        return holiday.isNull() ? "null" : holiday.get("word").asString();
    }

    private JsonNode holidays(int of) {
        return city.get("staff", "/api/v1/calendar/holidays?year=" + of).body();
    }

    private String closed(int of) {
        return city.get("admin", "/api/v1/calendar/days?year=" + of)
                .body()
                .get("closed")
                .toString();
    }

    private String journal(String act) {
        return jdbc.sql("select detail from journal_entry where act = ? order by id desc limit 1")
                .param(act)
                .query(String.class)
                .single();
    }

    private CaseClient.Answer send(String account, String query, byte[] file, String... headers) {
        return city.send(account, IMPORT + query, request -> {
            if (headers.length > 0) {
                request.headers(headers);
            }
            return request.header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofByteArray(file));
        });
    }

    private void compute(int of) {
        assertThat(city.post("admin", "/api/v1/calendar/holidays/" + of + "/restoration", Map.of())
                        .status())
                .isEqualTo(204);
    }

    private void correct(LocalDate day, boolean open, boolean national) {
        Map<String, ?> entry = Map.of("day", day.toString(), "open", open, "name", "市の都合", "national", national);
        assertThat(city.post("admin", "/api/v1/calendar/days", entry).status()).isEqualTo(204);
    }

    private void restore(LocalDate day) {
        assertThat(city.post("admin", "/api/v1/calendar/days/" + day + "/restoration", Map.of())
                        .status())
                .isEqualTo(204);
    }

    private LocalDate definitive(String number) {
        return await("definitive report of " + number)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> StreamSupport.stream(
                                        city.get("handler", "/api/v1/reports?incident=" + number)
                                                .body()
                                                .get("items")
                                                .spliterator(),
                                        false)
                                .filter(report -> report.get("kind").asString().equals("definitive"))
                                .map(report ->
                                        LocalDate.parse(report.get("dueOn").asString()))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
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

    private List<String> toldOfMoved(String number) {
        return jdbc.sql("select body from mail_out where letter_key like 'moved/%' and body like ?")
                .param("%" + number + " %")
                .query(String.class)
                .list();
    }
}
