package dev.noroshi;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Noroshi in a JVM of its own, so that it can be killed. */
public final class NoroshiProcess implements AutoCloseable {

    private static final List<String> SETTINGS = List.of("SERVER_PORT", "NOROSHI_DATA", "JAVA_TOOL_OPTIONS");

    static {
        // A mail server in this JVM complains of the connections of a process that was killed.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final Process process;
    private final Path log;

    private NoroshiProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The demo, as {@code spring-boot:run} starts it. */
    public static NoroshiProcess demo(Map<String, String> environment, String... arguments) {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(List.of("-cp", classes, "dev.noroshi.NoroshiApplication"), environment, arguments);
    }

    /** The product, as a city starts it. */
    public static NoroshiProcess jar(Path jar, String... arguments) {
        return start(List.of("-jar", jar.toString()), Map.of(), arguments);
    }

    private static NoroshiProcess start(List<String> what, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m"));
        command.addAll(what);
        command.addAll(List.of(arguments));
        try {
            Path log = Files.createTempFile(Files.createDirectories(Path.of("target/processes")), "noroshi", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            SETTINGS.forEach(builder.environment()::remove);
            builder.environment().putAll(environment);
            return new NoroshiProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public NoroshiProcess awaitReady() {
        Awaitility.await("start, see " + log)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> output().contains("Started NoroshiApplication") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("it ended instead of starting:\n" + output());
        }
        return this;
    }

    /** Waits until it ends by itself. */
    public int exitCode() {
        return exitCode(Duration.ofMinutes(3));
    }

    public int exitCode(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still there after " + patience + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        exitCode(Duration.ofSeconds(20));
    }

    /** {@code kill}; how long it took. */
    public Duration terminate() {
        long begin = System.nanoTime();
        process.destroy();
        exitCode(Duration.ofSeconds(60));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processes that it started, and that may outlive it. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = children();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
