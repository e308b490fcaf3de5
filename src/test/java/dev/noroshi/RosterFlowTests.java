package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.calendar.BusinessCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A change of the roster over REST: what it would break is named, and it stays possible. */
@NoroshiTest
class RosterFlowTests {

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    /** A page that answers a form has no address of its own. */
    @Test
    void anotherLanguageIsFoundOnAPageThatAnswersAForm() throws Exception {
        PageClient admin = new PageClient(port, "admin");
        String form = admin.get("/admin/people/import").body();

        String refused = admin.upload(
                        "/admin/people/import/preview",
                        form,
                        "roster.csv",
                        "何か\r\n値\r\n".getBytes(StandardCharsets.UTF_8))
                .body();

        assertThat(refused).contains("href=\"/admin/people/import?lang=en\"");
        assertThat(admin.get("/escalations?state=calling&page=0").body())
                .contains("href=\"/escalations?state=calling&amp;page=0&amp;lang=en\"");
    }

    @Test
    void anAbsenceThatOpensAHoleIsNamedRefusedWhenAskedAndTakenInWithConsent() {
        Instant from = Instant.now().plus(200, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> absence = new HashMap<>(Map.of(
                "from", from.toString(), "until", from.plus(1, ChronoUnit.HOURS).toString()));

        absence.put("consent", false);
        CaseClient.Answer refused = city.post("ciso", "/api/v1/roster/absences", absence);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString()).isEqualTo("/problems/roster.holes");
        assertThat(refused.body().get("holes").get(0).asString()).contains("山本");
        assertThat(holes(from)).isZero();

        absence.put("consent", true);
        CaseClient.Answer entered = city.post("ciso", "/api/v1/roster/absences", absence);
        assertThat(entered.status()).isEqualTo(201);
        assertThat(holes(from)).isEqualTo(5);

        long id = entered.body().get("id").asLong();
        assertThat(city.post("ciso", "/api/v1/roster/absences/" + id + "/end", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(holes(from)).isZero();
    }

    @Test
    void aLastDayInServiceIsAskedForShownAndTakenBackOnThePages() {
        LocalDate last = LocalDate.now(BusinessCalendar.TOKYO).plusDays(100);
        JsonNode ciso = ciso();
        String path = "/admin/people/" + ciso.get("id").asLong();
        PageClient admin = new PageClient(port, "admin");
        Map<String, String> typed = new HashMap<>(Map.of(
                "name",
                ciso.get("name").asString(),
                "account",
                "ciso",
                "email",
                ciso.get("email").asString()));
        for (String kept : List.of("post", "section", "phone", "mobile", "extension", "kana", "language")) {
            if (!ciso.path(kept).isMissingNode() && !ciso.path(kept).isNull()) {
                typed.put(kept, ciso.get(kept).asString());
            }
        }

        typed.putAll(Map.of(
                "first_day", last.toString(), "last_day", last.minusDays(1).toString()));
        assertThat(admin.post(path, admin.get(path).body(), typed))
                .matches(it -> it.statusCode() == 422)
                .matches(it -> it.body().contains("在籍最終日は、在籍開始日より前にはできません。"));
        typed.putAll(Map.of("first_day", "", "last_day", "2028-02-30"));
        assertThat(admin.post(path, admin.get(path).body(), typed).statusCode()).isEqualTo(422);
        typed.put("last_day", last.toString());
        String asked = admin.post(path, admin.get(path).body(), typed).body();
        assertThat(asked).contains("担う人が在籍していません", "それでも変更する");
        assertThat(ciso().get("lastDay").isNull()).isTrue();

        typed.put("consent", "true");
        try {
            assertThat(admin.post(path, asked, typed).statusCode()).isEqualTo(200);
            assertThat(ciso().get("lastDay").asString()).isEqualTo(last.toString());
            JsonNode hole =
                    city.get("lead", "/api/v1/roster/reach").body().get("holes").get(0);
            assertThat(hole.get("reason").asString()).isEqualTo("out-of-service");
            assertThat(Instant.parse(hole.get("from").asString()))
                    .as("the first moment of the day after")
                    .isEqualTo(last.plusDays(1)
                            .atStartOfDay(BusinessCalendar.TOKYO)
                            .toInstant());
            assertThat(reachedOn(last)).isEqualTo(1);
            assertThat(reachedOn(last.plusDays(1))).isZero();
            assertThat(admin.get("/roster?q=ciso").body()).contains("在籍は" + last + "まで");

            typed.put(
                    "last_day",
                    LocalDate.now(BusinessCalendar.TOKYO).minusDays(1).toString());
            admin.post(path, admin.get(path).body(), typed);
            assertThat(admin.get("/roster?q=ciso").body()).contains("退職・転出（");
            assertThat(city.get("lead", "/api/v1/roster").body().toString()).doesNotContain("ciso@city");
        } finally {
            typed.put("last_day", "");
            admin.post(path, admin.get(path).body(), typed);
        }
        assertThat(ciso().get("lastDay").isNull()).isTrue();
        assertThat(new PageClient(port, "auditor").get("/journal").body()).contains("在籍の期間を変更");
    }

    private JsonNode ciso() {
        return city.get("lead", "/api/v1/roster")
                .body()
                .get("roles")
                .valueStream()
                .filter(it -> it.get("role").asString().equals("ciso"))
                .findFirst()
                .orElseThrow()
                .get("holders")
                .get(0);
    }

    private int reachedOn(LocalDate day) {
        Instant at =
                day.plusDays(1).atStartOfDay(BusinessCalendar.TOKYO).toInstant().minusMillis(1);
        return city.get("lead", "/api/v1/roster/reach?role=ciso&at=" + at)
                .body()
                .get("persons")
                .size();
    }

    @Test
    void aCorrectedDayMovesTheTimesOfOpenCasesAndTheTimelineSaysSo() {
        String number = city.report("mis-send", Map.of());
        String task = city.waiting(number, "userTask_receive");
        Instant before = due(task);
        String day = before.atZone(BusinessCalendar.TOKYO).toLocalDate().toString();

        assertThat(city.post("lead", "/api/v1/calendar/days", Map.of("day", day, "open", false, "name", "停電"))
                        .status())
                .isEqualTo(403);
        CaseClient.Answer closed =
                city.post("admin", "/api/v1/calendar/days", Map.of("day", day, "open", false, "name", "停電"));
        try {
            assertThat(closed.status()).isEqualTo(204);
            assertThat(due(task)).isAfter(before);
            assertThat(city.get("lead", "/api/v1/incidents/" + number + "/timeline?size=200")
                            .body()
                            .toString())
                    .contains(day);
        } finally {
            city.post("admin", "/api/v1/calendar/days/" + day + "/restoration", Map.of());
        }
        assertThat(due(task)).isEqualTo(before);
    }

    @Test
    void aMistakeInOneSwapIsShownAtItsOwnTurnsAlone() {
        LocalDate starts =
                LocalDate.ofInstant(Instant.now(), BusinessCalendar.TOKYO).plusDays(300);
        long one = begin(starts);
        long other = begin(starts.plusDays(7));
        try {
            PageClient lead = new PageClient(port, "lead");
            String page = lead.get("/roster/duties").body();
            String answer = lead.post(
                            "/roster/duties/" + other + "/swaps",
                            page,
                            Map.of("person", handler2() + "", "from", "明日", "until", "2030-01-01T08:30"))
                    .body();

            assertThat(answer.split("日時を確認してください", -1)).hasSize(2);
            assertThat(answer.indexOf("日時を確認してください"))
                    .isBetween(answer.indexOf("from-" + other), answer.indexOf("until-" + other));
            assertThat(answer.split("2030-01-01T08:30", -1)).hasSize(2);
        } finally {
            city.post("lead", "/api/v1/roster/duties/" + one + "/end", Map.of());
            city.post("lead", "/api/v1/roster/duties/" + other + "/end", Map.of());
        }
    }

    private long begin(LocalDate starts) {
        CaseClient.Answer begun = city.post(
                "lead",
                "/api/v1/roster/duties",
                Map.of("role", "public-relations", "members", List.of(handler2()), "starts", starts.toString()));
        assertThat(begun.status()).as("%s", begun.body()).isEqualTo(201);
        return begun.body().get("id").asLong();
    }

    private long handler2() {
        return city.get("admin", "/api/v1/roster")
                .body()
                .get("roles")
                .valueStream()
                .flatMap(role -> role.get("holders").valueStream())
                .filter(holder -> "handler2".equals(holder.get("account").asString()))
                .mapToLong(holder -> holder.get("id").asLong())
                .findFirst()
                .orElseThrow();
    }

    /** When the first step is due: of a light case in office minutes. */
    private Instant due(String task) {
        return Instant.parse(
                city.get("lead", "/api/v1/tasks/" + task).body().get("due").asString());
    }

    private long holes(Instant from) {
        JsonNode proof = city.get("lead", "/api/v1/roster/reach").body();
        assertThat(proof.get("worst").size()).isGreaterThan(10);
        return proof.get("holes")
                .valueStream()
                .filter(hole -> hole.get("role").asString().equals("ciso"))
                .filter(hole -> hole.get("from").asString().equals(from.toString()))
                .count();
    }
}
