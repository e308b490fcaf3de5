package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
