package dev.noroshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.Caller;
import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A screen that nobody sits at: its living picture goes on asking, and signs out all the same. */
@NoroshiTest
class IdleFlowTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPictureThatIsOnlyWatchedSignsOut() {
        String number = new CaseClient(port).report("malware", Map.of());
        String state = "/incidents/" + number + "/process/state";
        Caller watcher = Caller.signedIn(port, "ciso");
        assertThat(watched(watcher, state).statusCode()).isEqualTo(200);
        jdbc.sql("update SPRING_SESSION set MAX_INACTIVE_INTERVAL = 3, EXPIRY_TIME = LAST_ACCESS_TIME + 3000"
                        + " where PRINCIPAL_NAME = 'ciso'")
                .update();

        HttpResponse<String> out = await("the picture asks each moment, and is refused in the end")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> watched(watcher, state), answer -> answer.statusCode() != 200);

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Location").orElse("")).endsWith("/login?expired");
        assertThat(watcher.get("/incidents").statusCode()).isEqualTo(302);
        assertThat(watcher.signIn("ciso", "noroshi-demo")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("not back to a piece of a page")
                .doesNotContain("/process/state");
    }

    @Test
    void manyPiecesOfAPageMayBeTheFirstToUseASession() {
        for (int round = 0; round < 5; round++) {
            Caller lead = Caller.signedIn(port, "lead");
            jdbc.sql("delete from SPRING_SESSION_ATTRIBUTES where ATTRIBUTE_NAME = 'noroshi.used'")
                    .update();

            assertThat(IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(it -> lead.get("/report").statusCode())
                            .distinct()
                            .toList())
                    .containsExactly(200);
        }
    }

    private static HttpResponse<String> watched(Caller watcher, String state) {
        return watcher.get(state, IdleFilter.WATCHES, "picture");
    }
}
