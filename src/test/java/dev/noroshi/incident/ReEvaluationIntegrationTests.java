package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Changed facts are judged anew in every phase: worse at once, better by two; what waits for people goes on. */
@NoroshiTest
class ReEvaluationIntegrationTests {

    private static final List<String> TO_CONTAIN = List.of("receive", "evaluate");
    private static final List<String> TO_RECOVER =
            List.of("containSpread", "preserveEvidence", "confirmReports", "decidePublication");
    private static final List<String> TO_REVIEW = List.of("eradicate", "restore", "observe", "declareEnd");

    @LocalServerPort
    private int port;

    private CaseClient city;

    @BeforeEach
    void theCity() {
        city = new CaseClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detect", "triage", "contain", "recover", "review"})
    void inEveryPhaseItGetsWorseAtOnceAndBetterByTwo(String phase) {
        String number = at(phase);
        assertThat(city.level(number)).isEqualTo("L1");

        city.patch(
                "handler",
                "/api/v1/incidents/" + number,
                "*",
                Map.of("impact", Map.of("society", 3), "reason", "報道された"));
        assertThat(city.level(number)).isEqualTo("L3");
        if (!List.of("detect", "triage").contains(phase)) {
            city.complete("ciso", number, "userTask_acknowledgeRaise", Map.of());
        }

        city.patch(
                "handler",
                "/api/v1/incidents/" + number,
                "*",
                Map.of("impact", Map.of("society", 2), "reason", "誤報だった"));
        assertThat(city.level(number)).as("two people say that it is better").isEqualTo("L3");

        lowered(number, "L1");
        assertThat(city.incident(number).get("phase").asString()).isEqualTo(phase);
    }

    private void lowered(String number, String level) {
        city.post("handler", "/api/v1/incidents/" + number + "/level", Map.of("level", level, "reason", "影響が小さい"));
        String approval = city.waiting(number, "userTask_approveLowering");
        assertThat(city.level(number)).isNotEqualTo(level);
        assertThat(city.completion("handler", approval, Map.of()).status()).isEqualTo(403);
        assertThat(city.completion("lead", approval, Map.of()).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(40)).until(() -> city.level(number).equals(level));
    }

    private String at(String phase) {
        String number = city.report("mis-send", Map.of());
        switch (phase) {
            case "triage" -> take(number, TO_CONTAIN.subList(0, 1));
            case "contain" -> take(number, TO_CONTAIN);
            case "recover" -> take(number, TO_CONTAIN, TO_RECOVER);
            case "review" -> take(number, TO_CONTAIN, TO_RECOVER, TO_REVIEW);
            default -> city.waiting(number, "userTask_receive");
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> city.incident(number).get("phase").asString().equals(phase));
        return number;
    }

    @SafeVarargs
    private void take(String number, List<String>... parts) {
        for (List<String> steps : parts) {
            for (String step : steps) {
                String account = switch (step) {
                    case "decidePublication", "declareEnd" -> "chief";
                    default -> "handler";
                };
                city.complete(
                        account,
                        number,
                        "userTask_" + step,
                        step.equals("evaluate") ? Map.of("reason", "確かめた") : Map.of());
            }
        }
    }
}
