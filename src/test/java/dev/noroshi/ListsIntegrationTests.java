package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Lists over REST: what they find, what they refuse, and where they end. */
@NoroshiTest
class ListsIntegrationTests {

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidents?phase=nowhere",
                "incidents?level=L9",
                "incidents?type=none",
                "incidents?segment=none",
                "incidents?page=-1",
                "incidents?size=0",
                "incidents?size=10000",
                "incidents?page=2147483647",
                "incidents?page=one",
                "tasks?role=king",
                "tasks?overdue=perhaps",
                "tasks?size=0",
                "escalations?state=none",
                "escalations?size=10000",
                "reports?due=tomorrow",
                "reports?size=0",
                "mails?direction=up",
                "mails?page=-1"
            })
    void aWordThatMeansNothingIsRefusedClearly(String list) {
        CaseClient.Answer answer = city.get("lead", "/api/v1/" + list);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.body().get("title").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "tasks", "escalations", "reports", "mails"})
    void aPageBeyondTheEndIsEmptyAndStillCounts(String list) {
        city.report("mis-send", Map.of());

        JsonNode page =
                city.get("lead", "/api/v1/" + list + "?page=100000&size=200").body();

        assertThat(page.get("items").size()).isZero();
        assertThat(page.get("total").asLong()).isGreaterThanOrEqualTo(0);
        assertThat(page.get("page").asInt()).isEqualTo(100_000);
    }

    /** A slip of the pen in a filter must not look as if there were nothing. */
    @Test
    void whatAListCannotBeFilteredByIsRefused() {
        for (String list : List.of(
                "mails?state=sended",
                "mails?direction=up",
                "escalations?state=open",
                "calendar/days?year=20277",
                "calendar/holidays?year=2019")) {
            assertThat(city.get("handler", "/api/v1/" + list).status()).as(list).isEqualTo(422);
        }
        assertThat(city.get("handler", "/api/v1/mails?state=aside").status()).isEqualTo(200);
        assertThat(city.get("handler", "/api/v1/calendar/days?year=2099").status())
                .isEqualTo(200);
    }

    @Test
    void casesAreFoundByWhatTheyAre() {
        String number = city.report(
                "failure",
                Map.of(
                        "segment",
                        "ot",
                        "description",
                        "ﾎﾟﾝﾌﾟの監視が止まった",
                        "place",
                        "浄水場" + Long.toString(System.nanoTime(), 36)));

        String place = city.incident(number).get("facts").get("place").asString();
        assertThat(found("q=" + encoded(place))).containsExactly(number);
        assertThat(found("type=failure&segment=ot&level=1&q=" + encoded("ポンプ") + "&size=200"))
                .contains(number);
        assertThat(found("type=failure&segment=lgwan&q=" + encoded(place))).isEmpty();
        assertThat(found("phase=closed&q=" + encoded(place))).isEmpty();
        assertThat(found("q=" + encoded("%"))).doesNotContain(number);
    }

    @ParameterizedTest
    @CsvSource({
        "カナ, ｶﾅ, かな",
        "かな, カナ, ｶﾅ",
        "ｶﾅ, かな, カナ",
        "サーバー, ｻｰﾊﾞｰ, さーばー",
        "髙橋　花子, 高橋花子, 髙橋 花子",
        "ＳＶ－００１, sv-001, ｓｖ-００１"
    })
    void widthsKanaAndVariantsFindEachOther(String typed, String sought, String alsoSought) {
        String place = "西" + Long.toString(System.nanoTime(), 36);
        String number = city.report("failure", Map.of("description", typed, "place", typed + place));

        for (String words : List.of(typed, sought, alsoSought)) {
            assertThat(found("q=" + encoded(words + place))).as(words).containsExactly(number);
            assertThat(found("size=200&q=" + encoded(words))).as(words).contains(number);
        }
    }

    @Test
    void tasksAreFoundByWhoseTheyAre() {
        String number = city.report("mis-send", Map.of());
        String task = city.waiting(number, "userTask_receive");

        assertThat(tasks("handler", "assignee=none&role=csirt-handler&incident=" + number))
                .contains(task);
        assertThat(tasks("handler", "assignee=me&incident=" + number)).isEmpty();
        city.post("handler", "/api/v1/tasks/" + task + "/claim", Map.of());
        assertThat(tasks("handler", "assignee=me&incident=" + number)).contains(task);
        assertThat(tasks("lead", "assignee=handler&incident=" + number)).contains(task);
        assertThat(tasks("lead", "overdue=true&incident=" + number)).isEmpty();
        assertThat(tasks("lead", "overdue=false&role=&incident=" + number)).contains(task);
        assertThat(tasks("staff", "incident=" + number)).isEmpty();
    }

    @Test
    void whoReportedSeesNothingOfTheWork() {
        String number = city.evaluated("intrusion", Map.of());
        city.waiting(number, "userTask_confirmReports");

        assertThat(city.get("staff", "/api/v1/reports").body().toString()).doesNotContain(number);
        for (String list : List.of("reports", "escalations", "mails")) {
            assertThat(city.get("staff", "/api/v1/" + list + "?incident=" + number)
                            .status())
                    .as(list)
                    .isEqualTo(403);
        }
        assertThat(city.get("chief", "/api/v1/reports?incident=" + number + "&due=2999-12-31")
                        .body()
                        .get("total")
                        .asInt())
                .isPositive();
        assertThat(city.get("chief", "/api/v1/reports?incident=" + number + "&due=2000-01-01")
                        .body()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(city.get("chief", "/api/v1/mails?direction=out&incident=" + number)
                        .body()
                        .get("total")
                        .asInt())
                .isPositive();
    }

    private List<String> found(String query) {
        return city.get("lead", "/api/v1/incidents?" + query)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("number").asString())
                .toList();
    }

    private List<String> tasks(String account, String query) {
        return city.get(account, "/api/v1/tasks?" + query)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
