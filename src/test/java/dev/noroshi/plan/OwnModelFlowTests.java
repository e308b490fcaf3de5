package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.NoroshiTest;
import dev.noroshi.PageClient;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A model that only the city's own edition has is chosen and drawn like those that ship. */
@NoroshiTest
class OwnModelFlowTests extends RevisedCity {

    private static final Pattern EDITION = Pattern.compile("data-edition=\"([^\"]+)\"");

    @Test
    void itStandsInTheMenuByItsNameAndHasADiagram() {
        PageClient reader = new PageClient(port, "lead");
        assertThat(reader.get("/plan?lang=ja").body()).doesNotContain("city-crisis");

        editions.approve(editions.draft(
                RevisedPlan.withAModelOfItsOwn("city-crisis", "市の対策本部への引継ぎ", "Handover to the city's headquarters")));

        String japanese = reader.get("/plan?lang=ja").body();
        assertThat(japanese).contains("<option value=\"city-crisis\">市の対策本部への引継ぎ</option>");
        assertThat(reader.get("/plan?lang=en").body())
                .contains("<option value=\"city-crisis\">Handover to the city&#39;s headquarters</option>");
        Matcher edition = EDITION.matcher(japanese);
        assertThat(edition.find()).isTrue();
        HttpResponse<String> diagram =
                Caller.signedIn(port, "lead").get("/plan/diagrams/" + edition.group(1) + "/city-crisis");
        assertThat(diagram.statusCode()).isEqualTo(200);
        assertThat(diagram.body()).contains("process id=\"city-crisis\"", "BPMNPlane");
        assertThat(reader.get("/plan/editions/" + editions.running() + "/print?lang=ja")
                        .body())
                .contains("id=\"model-city-crisis\"", "市の対策本部への引継ぎ");
    }
}
