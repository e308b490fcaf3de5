package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;

/** The plan read in English: steps, where a case stands, the diagram. */
@NoroshiTest
class PlanWordsIntegrationTests {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    @LocalServerPort
    private int port;

    @Autowired
    private PlanWords words;

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aRenamedStepGoesByItsOwnName() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(words.of("userTask_receive", "受領")).isEqualTo("Take receipt");
        assertThat(words.of("userTask_receive", "受付")).isEqualTo("受付");
        assertThat(words.of("userTask_ofTheCity", "市独自の確認")).isEqualTo("市独自の確認");
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        assertThat(words.of("userTask_receive", "受領")).isEqualTo("受領");
    }

    @Test
    void whereACaseStandsIsSaidInTheReadersLanguage() {
        CaseClient city = new CaseClient(port);
        String number = city.report("mis-send", Map.of());
        city.complete("handler", number, "userTask_receive", Map.of());
        city.waiting(number, "userTask_evaluate");
        Caller handler = Caller.program(port, "handler");
        String path = "/api/v1/incidents/" + number + "/process";

        JsonNode english =
                Caller.read(handler.get(path, "Accept-Language", "en")).get("elements");
        JsonNode japanese = Caller.read(handler.get(path)).get("elements");

        assertThat(english.size()).isEqualTo(japanese.size()).isGreaterThan(5);
        assertThat(english.valueStream().map(element -> element.get("name").asString()))
                .contains("Take receipt", "Evaluate (is it an incident?)")
                .allSatisfy(
                        name -> assertThat(name).doesNotContainPattern(JAPANESE).doesNotContain("_"));
        assertThat(japanese.valueStream().map(element -> element.get("name").asString()))
                .contains("受領")
                .noneMatch(name -> name.contains("_"));
        assertThat(Caller.read(handler.get("/api/v1/tasks?incident=" + number, "Accept-Language", "en"))
                        .get("items")
                        .valueStream()
                        .map(task -> task.get("name").asString()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).doesNotContainPattern(JAPANESE));
        String edition = Caller.read(handler.get(path)).get("edition").asString();
        assertThat(Caller.signedIn(port, "handler")
                        .get("/plan/diagrams/" + edition + "/triage?lang=en")
                        .body())
                .contains("name=\"Evaluate (is it an incident?)\"")
                .doesNotContain("name=\"評価");
    }
}
