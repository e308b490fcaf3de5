package dev.noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.noroshi.NoroshiProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the demo from starting is said in a sentence, and nothing stays behind. */
class CannotStartIntegrationTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"server.port", "noroshi.demo.smtp-port", "noroshi.demo.imap-port"})
    void aTakenPort(String setting) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String output = refusedStart(folder.resolve("data"), "--" + setting + "=" + taken.getLocalPort());

            assertThat(output)
                    .contains("ポート " + taken.getLocalPort() + " は使用中です")
                    .contains("Port " + taken.getLocalPort() + " is taken")
                    .contains(setting);
        }
    }

    @Test
    void aPortTakenOnEveryAddress() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(refusedStart(folder.resolve("data"), "--server.port=" + taken.getLocalPort()))
                    .contains("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 70000, no port",
        "server.port, abc, no port",
        "noroshi.demo.smtp-port, -5, no port",
        "noroshi.demo.imap-port, 65536, no port"
    })
    void whatIsNoPort(String setting, String port, String words) {
        assertThat(refusedStart(folder.resolve("data"), "--" + setting + "=" + port))
                .contains(setting, port, words);
    }

    @Test
    void onePortForTwoThings() {
        int port = NoroshiProcess.freePort();

        assertThat(refusedStart(
                        folder.resolve("data"), "--noroshi.demo.smtp-port=" + port, "--noroshi.demo.imap-port=" + port))
                .contains("同じポート " + port, "the same port " + port);
    }

    @Test
    void aFileInPlaceOfTheDataDirectory() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "kept");

        assertThat(refusedStart(file)).contains("書き込めません", "cannot be written", "NOROSHI_DATA", file.toString());
        assertThat(file).hasContent("kept");
    }

    @Test
    void aDataDirectoryThatMayNotBeWritten() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("mine"), "kept");
        assumeTrue(run("mount", "-o", "bind", data.toString(), data.toString()), "only root may mount");
        try {
            assumeTrue(run("mount", "-o", "remount,bind,ro", data.toString()), "no read-only mount here");

            assertThat(refusedStart(data)).contains("書き込めません", "cannot be written");
        } finally {
            run("umount", data.toString());
        }
        assertThat(data.toFile().list()).containsExactly("mine");
    }

    @Test
    void aFullDataDirectory() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", data.toString()), "only root may mount");
        try {
            assertThat(refusedStart(data)).contains("空き容量が足りません", "too little free space");
        } finally {
            run("umount", data.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** What it said; it is gone, with exit code 1, without a trace of Java. */
    static String refusedStart(Path data, String... arguments) {
        Map<String, String> environment = Map.of("NOROSHI_DATA", data.toString(), "SERVER_PORT", "0");
        Stream<String> ports = Stream.of("noroshi.demo.smtp-port", "noroshi.demo.imap-port")
                .map(setting -> "--" + setting + "=" + NoroshiProcess.freePort())
                .filter(free -> Stream.of(arguments).noneMatch(given -> sameSetting(given, free)));
        String[] all = Stream.concat(ports, Stream.of(arguments)).toArray(String[]::new);
        try (NoroshiProcess process = NoroshiProcess.demo(environment, all)) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(1);
            assertThat(process.output()).doesNotContain("\tat ", "Exception");
            return process.output();
        }
    }

    private static boolean sameSetting(String one, String other) {
        return one.split("=")[0].equals(other.split("=")[0]);
    }
}
