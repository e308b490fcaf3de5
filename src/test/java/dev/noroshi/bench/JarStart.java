package dev.noroshi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts the production jar on the database that the rounds have filled, and waits until it says that it is healthy. */
final class JarStart {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path LOG = Path.of("target", "bench-jar.log");

    private final String url;
    private final String user;
    private final String password;

    JarStart(Environment environment) {
        this.url = environment.getRequiredProperty("spring.datasource.url");
        this.user = environment.getRequiredProperty("spring.datasource.username");
        this.password = environment.getRequiredProperty("spring.datasource.password");
    }

    /** A production start refuses demo accounts. */
    static void removeDemoAccounts(JdbcClient database) {
        database.sql("delete from account_token").update();
        database.sql("delete from account where demo").update();
    }

    static Optional<Path> jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("noroshi-[0-9.]+\\.jar"))
                    .findFirst();
        }
    }

    /** @return from the start of the process until it is healthy */
    Duration untilHealthy(Path jar) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment().put("SPRING_DATASOURCE_URL", url);
        builder.environment().put("SPRING_DATASOURCE_USERNAME", user);
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", password);
        long from = System.nanoTime();
        Process process = builder.start();
        try {
            while (!isHealthy(port)) {
                if (!process.isAlive() || System.nanoTime() - from > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the jar did not become healthy, see " + LOG);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            return Duration.ofNanos(System.nanoTime() - from);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean isHealthy(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
