package dev.noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiProcess;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's data outlives every end of the demo. */
class DemoDataIntegrationTests {

    @TempDir
    private Path folder;

    private final int port = NoroshiProcess.freePort();
    private final int smtp = NoroshiProcess.freePort();
    private final int imap = NoroshiProcess.freePort();
    private final CaseClient people = new CaseClient(port);

    @BeforeAll
    static void whereTheEmbeddedDatabaseRuns() {
        assumeTrue((System.getProperty("os.name") + "/" + System.getProperty("os.arch")).equals("Linux/amd64"));
    }

    @Test
    void survivesEveryKindOfEnd() throws Exception {
        String first;
        String second;
        interruptedFirstStart();
        try (NoroshiProcess demo = start()) {
            first = people.report("mis-send", Map.of());
            itsLettersLeadBackToIt(first);
            listensOnLoopbackOnlyAndAsksForAPassword(demo.children().get(0));
            aSecondStartIsRefusedAndHarmless(demo);
            killed(demo, demo.children());
        }
        try (NoroshiProcess demo = start()) {
            assertThat(people.incident(first).get("status").asString()).isEqualTo("open");
            second = people.report("malware", Map.of());
            killed(demo, List.of());
        }
        try (NoroshiProcess demo = start()) {
            assertThat(people.incident(first).get("status").asString()).isEqualTo("open");
            assertThat(people.waiting(second, "userTask_receive")).isNotEmpty();
            List<ProcessHandle> database = demo.children();
            assertThat(demo.terminate()).isLessThan(Duration.ofSeconds(20));
            assertThat(database).hasSize(1).noneMatch(ProcessHandle::isAlive);
        }
    }

    private void interruptedFirstStart() {
        try (NoroshiProcess demo = launch()) {
            await().atMost(Duration.ofMinutes(2)).until(() -> !demo.children().isEmpty());
            demo.kill();
        }
    }

    private NoroshiProcess start() {
        return launch().awaitReady();
    }

    private NoroshiProcess launch() {
        Map<String, String> environment =
                Map.of("NOROSHI_DATA", folder.resolve("my 資料").toString(), "SERVER_PORT", String.valueOf(port));
        return NoroshiProcess.demo(environment, "--noroshi.demo.smtp-port=" + smtp, "--noroshi.demo.imap-port=" + imap);
    }

    private static void killed(NoroshiProcess demo, List<ProcessHandle> withIt) {
        demo.kill();
        withIt.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> withIt.stream().noneMatch(ProcessHandle::isAlive));
    }

    private void aSecondStartIsRefusedAndHarmless(NoroshiProcess first) {
        assertThat(CannotStartIntegrationTests.refusedStart(folder.resolve("my 資料")))
                .contains("起動中の別の Noroshi", "Another Noroshi is running", "NOROSHI_DATA");
        assertThat(first.isAlive()).isTrue();
        people.report("suspicious-mail", Map.of());
    }

    private void itsLettersLeadBackToIt(String number) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(people.get("handler", "/api/v1/mails?direction=out&incident=" + number)
                                .body()
                                .toString())
                        .contains("http://localhost:" + port + "/"));
    }

    private void listensOnLoopbackOnlyAndAsksForAPassword(ProcessHandle database) throws Exception {
        Matcher option = Pattern.compile("--port=(\\d+)").matcher(String.join(" ", commandLine(database)));
        assertThat(option.find()).isTrue();
        int databasePort = Integer.parseInt(option.group(1));
        for (String user : List.of("root", "noroshi")) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            "jdbc:mariadb://127.0.0.1:" + databasePort + "/noroshi", user, ""))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
        }
        for (InetAddress address : addressesBesideLoopback()) {
            for (int closed : List.of(databasePort, smtp, imap)) {
                assertThatThrownBy(() -> new Socket(address, closed).close())
                        .as(address + ":" + closed)
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    private static List<String> commandLine(ProcessHandle process) throws Exception {
        return List.of(java.nio.file.Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                .split("\0"));
    }

    private static List<InetAddress> addressesBesideLoopback() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(card -> card.getInterfaceAddresses().stream())
                .map(InterfaceAddress::getAddress)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }
}
