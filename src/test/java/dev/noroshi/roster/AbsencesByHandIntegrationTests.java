package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.CaseClient;
import dev.noroshi.CaseClient.Answer;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Absences as programs and people enter them; all lie years ahead, where nobody is called. */
@NoroshiTest
class AbsencesByHandIntegrationTests {

    private static final String REST = "/api/v1/roster/absences";
    private static final String PAGE = "/roster/absences";
    private static final Pattern END = Pattern.compile("action=\"(/roster/absences/\\d+/end)\"");

    @LocalServerPort
    private int port;

    @Test
    void aProgramEntersReadsAndEndsAnAbsence() {
        CaseClient city = new CaseClient(port);
        Answer entered =
                city.post("auditor", REST, Map.of("from", "2031-04-01T00:00:00Z", "until", "2031-04-02T00:00:00Z"));
        assertThat(entered.status()).as("%s", entered.body()).isEqualTo(201);
        long id = entered.body().get("id").asLong();

        JsonNode known = known(city, id);
        assertThat(known.get("account").asString()).isEqualTo("auditor");
        assertThat(known.get("from").asString()).isEqualTo("2031-04-01T00:00:00Z");
        assertThat(known.get("until").asString()).isEqualTo("2031-04-02T00:00:00Z");
        assertThat(known.get("standIn").isNull()).isTrue();

        assertThat(city.post("staff", REST + "/" + id + "/end", Map.of()).status())
                .isEqualTo(403);
        assertThat(city.post("auditor", REST + "/" + id + "/end", Map.of()).status())
                .isEqualTo(204);
        assertThat(known(city, id)).isNull();
        assertThat(city.post("auditor", REST + "/" + id + "/end", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void aProgramThatLeavesOutTheEndIsToldSo() {
        Answer refused = new CaseClient(port).post("auditor", REST, Map.of("from", "2031-04-01T00:00:00Z"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").get(0).get("field").asString()).isEqualTo("until");
    }

    @Test
    void aPersonEntersAndEndsTheOwnAbsence() {
        PageClient auditor = new PageClient(port, "auditor");
        String page = auditor.get(PAGE).body();
        assertThat(page).as("only the lead enters that of others").doesNotContain("id=\"person\"");

        HttpResponse<String> entered =
                auditor.post(PAGE, page, Map.of("from", "2030-04-01T08:30", "until", "2030-04-02T17:15"));
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.body()).contains("保存しました。", "2030-04-01 08:30", "2030-04-02 17:15", "次の順番の人");

        Matcher end = END.matcher(entered.body());
        assertThat(end.find()).isTrue();
        assertThat(auditor.post(end.group(1), entered.body(), Map.of()).body())
                .contains("保存しました。")
                .doesNotContain("2030-04-01 08:30");
    }

    @Test
    void whatIsRefusedIsToldBesideTheFieldAndKept() {
        PageClient auditor = new PageClient(port, "auditor");
        String page = auditor.get(PAGE).body();

        HttpResponse<String> refused =
                auditor.post(PAGE, page, Map.of("from", "2030-04-02T08:30", "until", "2030-04-01T17:15"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"until-error\"", "value=\"2030-04-02T08:30\"", "value=\"2030-04-01T17:15\"")
                .doesNotContain("保存しました。");
    }

    private static JsonNode known(CaseClient city, long id) {
        return city.get("auditor", REST)
                .body()
                .valueStream()
                .filter(absence -> absence.get("id").asLong() == id)
                .findFirst()
                .orElse(null);
    }
}
