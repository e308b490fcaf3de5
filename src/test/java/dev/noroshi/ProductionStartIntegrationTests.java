package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.browser.SetupPage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The jar that the build made, started on a MariaDB as a city does. */
class ProductionStartIntegrationTests {

    private static final Pattern CODE = Pattern.compile("one-time code: ([0-9a-f]{16})");
    private static final String PASSWORD = "Kakushi-kotoba-2026";

    private final Map<String, String> database = TestDatabase.schema("noroshi_production");
    private final int port = NoroshiProcess.freePort();

    @Test
    void theFirstAdministratorComesInByTheCodeInTheLogAndTheDemoNever() throws Exception {
        try (NoroshiProcess first = start().awaitReady()) {
            makeTheFirstAdministrator(codeIn(first));
            knowsNothingOfTheDemo();
            first.terminate();
            assertThat(first.output()).doesNotContain("ENGINE-");
        }

        long begin = System.nanoTime();
        try (NoroshiProcess again = start().awaitReady()) {
            // The log says "Started" some milliseconds before requests are welcome.
            Awaitility.await("health")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() ->
                            Caller.stranger(port).get("/actuator/health").body().contains("\"UP\""));
            System.out.println("jar to healthy on an existing schema: "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            again.terminate();
            assertThat(again.output()).doesNotContain("one-time code");
        }

        change("update account set permitted_until = '2026-03-31'");
        try (NoroshiProcess forgotten = start().awaitReady()) {
            assertThat(setUp(Caller.stranger(port), codeIn(forgotten), "kanri2"))
                    .isEqualTo(302);
            forgotten.terminate();
        }

        assertThat(refused("--noroshi.demo.begins-at=2027-01-01T02:13"))
                .contains("noroshi.demo.begins-at", "デモでのみ", "demo only");
        assertThat(refused("--noroshi.demo.time-scale=60")).contains("noroshi.demo.time-scale", "デモでのみ", "demo only");
        assertThat(refused("--noroshi.demo.enabled=true")).contains("noroshi.demo.enabled", "This jar holds no demo");
        change("update account set demo = true where name = 'kanri'");
        assertThat(refused()).contains("デモ用アカウントが 1 件", "1 demo accounts");
    }

    private void makeTheFirstAdministrator(String code) {
        assertThat(SetupPage.findings(port)).isEmpty();
        Caller browser = Caller.stranger(port);
        assertThat(setUp(browser, "0".repeat(16), "kanri")).isNotEqualTo(302);
        assertThat(setUp(browser, code, "kanri")).isEqualTo(302);

        assertThat(Caller.stranger(port).get("/setup").statusCode()).isEqualTo(404);
        assertThat(Caller.stranger(port).signIn("kanri", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("error"));
        Caller administrator = Caller.stranger(port);
        administrator.signIn("kanri", PASSWORD);
        assertThat(administrator.get("/admin/letters").body()).contains("call-decide", "【CSIRT・レベル3・要判断】");
    }

    private static int setUp(Caller browser, String code, String name) {
        return browser.submit(
                        "/setup",
                        "/setup",
                        Map.of("code", code, "name", name, "displayName", "管理　花子", "password", PASSWORD))
                .statusCode();
    }

    private void knowsNothingOfTheDemo() {
        assertThat(Caller.stranger(port)
                        .signIn("admin", "noroshi-demo")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("error"));
        assertThat(Caller.program(port, "chief").get("/api/v1/tasks").statusCode())
                .isEqualTo(401);
        assertThat(Caller.program(port, "kanri", PASSWORD).get("/api/v1/tasks").statusCode())
                .as("HTTP Basic belongs to the demo")
                .isEqualTo(401);
    }

    private static String codeIn(NoroshiProcess process) {
        return await("the code")
                .until(() -> CODE.matcher(process.output()), Matcher::find)
                .group(1);
    }

    private void change(String rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                database.get("spring.datasource.url"),
                database.get("spring.datasource.username"),
                database.get("spring.datasource.password"))) {
            connection.createStatement().executeUpdate(rows);
        }
    }

    private String refused(String... arguments) {
        try (NoroshiProcess process = start(arguments)) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(1);
            return process.output();
        }
    }

    private NoroshiProcess start(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--server.port=" + port));
        database.forEach((setting, value) -> all.add("--" + setting + "=" + value));
        all.addAll(List.of(arguments));
        return NoroshiProcess.jar(jar(), all.toArray(String[]::new));
    }

    private static Path jar() {
        return Stream.of(Path.of("target").toFile().listFiles())
                .filter(file -> file.getName().matches("noroshi-[0-9.]+\\.jar"))
                .findFirst()
                .orElseThrow()
                .toPath();
    }
}
