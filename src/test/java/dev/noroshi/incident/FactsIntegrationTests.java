package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Facts are corrected with a reason; what stood there before stays on record. */
@NoroshiTest
class FactsIntegrationTests {

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @Test
    void whatChangedStandsInTheTimelineWithWhoAndWhy() {
        String number = city.report("mis-send", Map.of("place", "本庁1階"));
        String tag = etag(number);

        Answer answer = correct(
                number,
                tag,
                Map.of(
                        "place", "本庁2階",
                        "personalInformation", Map.of("included", "yes", "personCount", 3),
                        "reason", "本人に聞いた"));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.raw().headers().firstValue("ETag")).isNotEqualTo(tag);
        assertThat(city.timeline(number))
                .anyMatch(line -> line.startsWith("corrected 高橋")
                        && line.contains("場所：本庁1階 → 本庁2階")
                        && line.contains("個人情報を含む：（なし） → はい")
                        && line.contains("人数：（なし） → 3")
                        && line.contains("本人に聞いた"));
    }

    @Test
    void aStaleEditIsRefusedAndSoIsAnUnreadableOne() {
        String number = city.report("mis-send", Map.of());
        String tag = etag(number);
        assertThat(correct(number, tag, Map.of("place", "本庁", "reason", "聞いた")).status())
                .isEqualTo(200);

        assertThat(correct(number, tag, Map.of("place", "出先", "reason", "聞いた")).status())
                .isEqualTo(412);
        assertThat(correct(number, "W/" + etag(number), Map.of("place", "出先", "reason", "聞いた"))
                        .status())
                .isEqualTo(412);
        Answer untagged = correct(number, "abc", Map.of("place", "出先", "reason", "聞いた"));
        assertThat(untagged.status()).isEqualTo(422);
        assertThat(untagged.body().get("errors").toString()).contains("If-Match", "etag", "引用符");
        assertThat(correct(number, "*", Map.of("place", "出先")).status()).isEqualTo(422);
        assertThat(correct(number, "*", Map.of("plaice", "出先", "reason", "聞いた")).status())
                .isEqualTo(422);
        assertThat(correct(number, "*", Map.of("description", "番号は１２３４５６７８９０１８です", "reason", "聞いた"))
                        .status())
                .isEqualTo(422);
        assertThat(city.patch("manager", "/api/v1/incidents/" + number, "*", Map.of("place", "出先", "reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCorrectionThatContradictsItselfIsRefusedByTheNameOfItsField() {
        String number = city.report("mis-send", Map.of("personalInformation", Map.of("personCountMax", 100)));

        Answer count =
                correct(number, "*", Map.of("personalInformation", Map.of("personCount", 101), "reason", "数え直した"));
        Answer time = correct(
                number, "*", Map.of("occurredAt", java.time.Instant.now().toString(), "reason", "聞いた"));
        Answer both = correct(
                number,
                "*",
                Map.of("personalInformation", Map.of("personCount", 101, "personCountMax", 101), "reason", "数え直した"));

        assertThat(count.status()).isEqualTo(422);
        assertThat(count.body().get("errors").toString())
                .contains("\"personalInformation.personCountMax\"", "below-count", "101");
        assertThat(time.status()).isEqualTo(422);
        assertThat(time.body().get("errors").toString()).contains("\"occurredAt\"", "after-discovery");
        assertThat(both.status()).as("%s", both.body()).isEqualTo(200);
    }

    @Test
    void theEvaluationSaysAContradictionByTheNameOfItsOwnField() {
        String number = city.report("mis-send", Map.of("personalInformation", Map.of("personCount", 3)));
        city.complete("handler", number, "userTask_receive", Map.of());
        String step = city.waiting(number, "userTask_evaluate");

        Answer refused = city.completion("handler", step, Map.of("reason", "確かめた", "personalInformation", "no"));
        Answer negative = city.completion("handler", step, Map.of("reason", "確かめた", "personCount", -1));
        PageClient handler = new PageClient(port, "handler");
        String form = handler.get("/tasks/" + step).body();
        Map<String, String> values = PageClient.values(form);
        values.putAll(Map.of("outcome", "incident", "reason", "確かめた", "personalInformation", "no", "myNumber", "yes"));
        HttpResponse<String> page = handler.post("/tasks/" + step + "/completion", form, values);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").toString()).contains("\"personCount\"", "not-included");
        assertThat(negative.body().get("errors").toString()).contains("\"personCount\"", "range");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("personCount-error", "myNumber", "個人情報は含まれないという答えと食い違います");
        assertThat(city.completion(
                                "handler",
                                step,
                                Map.of("reason", "確かめた", "personalInformation", "no", "personCount", 0))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void thePageCorrectsAndTellsWhoWasOvertaken() {
        String number = city.report("mis-send", Map.of("place", "本庁1階"));
        PageClient handler = new PageClient(port, "handler");
        String form = handler.get("/incidents/" + number + "/facts").body();
        assertThat(form).contains("本庁1階").doesNotContain("??", "incident.fact.");

        Map<String, String> values = PageClient.values(form);
        values.put("place", "本庁3階");
        HttpResponse<String> unreasoned = handler.post("/incidents/" + number + "/facts", form, values);
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("reason-error", "本庁3階");

        correct(number, "*", Map.of("place", "本庁2階", "reason", "先に聞いた"));
        values.put("reason", "現地で見た");
        HttpResponse<String> overtaken = handler.post("/incidents/" + number + "/facts", form, values);
        assertThat(overtaken.statusCode()).isEqualTo(412);
        assertThat(overtaken.body()).contains("ほかの人が先に訂正しました。", "先に聞いた", "本庁3階", "value=\"本庁2階\"");

        Map<String, String> again = PageClient.values(overtaken.body());
        again.put("place", "本庁3階");
        again.put("reason", "現地で見た");
        HttpResponse<String> done = handler.post("/incidents/" + number + "/facts", overtaken.body(), again);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("事実を訂正しました。", "場所：本庁2階 → 本庁3階", "現地で見た");
    }

    @Test
    void whoMayNotWorkOnTheCaseIsNotOfferedTheForm() {
        String number = city.report("mis-send", Map.of());
        PageClient staff = new PageClient(port, "staff");

        assertThat(staff.get("/incidents/" + number).body()).doesNotContain("/facts\"");
        assertThat(staff.get("/incidents/" + number + "/facts").statusCode()).isEqualTo(403);
    }

    private String etag(String number) {
        return city.get("handler", "/api/v1/incidents/" + number)
                .raw()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private Answer correct(String number, String match, Map<String, ?> body) {
        return city.patch("handler", "/api/v1/incidents/" + number, match, body);
    }
}
