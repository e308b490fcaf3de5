package dev.noroshi;

import dev.noroshi.demo.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.mariadb.MariaDBContainer;

/**
 * The one place that decides which MariaDB the tests run on: a container where a Docker engine answers, otherwise the
 * embedded server; {@code NOROSHI_TEST_DATABASE=embedded} asks for the latter. One server for a whole test run.
 */
public class TestDatabase implements EnvironmentPostProcessor {

    /** A server of tests may forget everything when the power fails. */
    private static final List<String> FAST =
            List.of("--innodb-flush-log-at-trx-commit=0", "--sync-binlog=0", "--innodb-doublewrite=0");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("spring.datasource.url") || environment.containsProperty("noroshi.data")) {
            return;
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "spring.datasource.url",
                                Server.IT.url(),
                                "spring.datasource.username",
                                Server.IT.user(),
                                "spring.datasource.password",
                                Server.IT.password(),
                                "noroshi.demo.enabled",
                                true,
                                "noroshi.demo.smtp-port",
                                0,
                                "noroshi.demo.imap-port",
                                0,
                                // The tests of one run are no storm.
                                "noroshi.mail.storm.cases",
                                0,
                                "noroshi.proxies",
                                "127\\.0\\.0\\.1")));
    }

    /**
     * An empty schema of its own on the same server, for a test that brings its own tables.
     *
     * @return where it is; sign in as {@code root} with {@link #rootPassword()}
     */
    public static String emptySchema(String name) {
        String server = Server.IT.url().replaceAll("/noroshi.*", "/");
        try (Connection connection = DriverManager.getConnection(server, "root", rootPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("no schema " + name, e);
        }
        return server + name;
    }

    /** Both kinds of server give root the password of the application's user. */
    public static String rootPassword() {
        return Server.IT.password();
    }

    /** An empty schema for an application of its own; the settings of its data source. */
    public static Map<String, String> schema(String name) {
        return Map.of(
                "spring.datasource.url", emptySchema(name),
                "spring.datasource.username", "root",
                "spring.datasource.password", rootPassword());
    }

    /** Started when a test first asks. */
    private record Server(String url, String user, String password) {

        private static final Server IT = start();

        private static Server start() {
            boolean embedded = "embedded".equals(System.getenv("NOROSHI_TEST_DATABASE"));
            if (!embedded && DockerClientFactory.instance().isDockerAvailable()) {
                try {
                    return contained();
                } catch (ContainerLaunchException e) {
                    System.err.println(
                            "NO MariaDB CONTAINER (" + e.getMessage() + "): the tests run on the embedded MariaDB.");
                }
            }
            return embedded();
        }

        @SuppressWarnings("resource") // lives as long as the test run
        private static Server contained() {
            MariaDBContainer container = new MariaDBContainer("mariadb:11.4")
                    .withDatabaseName("noroshi")
                    .withUsername("noroshi")
                    .withPassword("noroshi")
                    .withCommand(FAST.toArray(String[]::new));
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static Server embedded() {
            try {
                Path target = Path.of("target").toAbsolutePath();
                Path home = Files.createTempDirectory(Files.createDirectories(target), "test-database");
                String password = HexFormat.of().toHexDigits(new Random().nextLong());
                EmbeddedMariaDb database =
                        EmbeddedMariaDb.start(home, target.resolve("mariadb-server"), password, password, FAST);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    database.close();
                    FileSystemUtils.deleteRecursively(home.toFile());
                }));
                return new Server(database.url(), database.user(), database.password());
            } catch (IOException e) {
                throw new IllegalStateException("no place for the database of the tests", e);
            }
        }
    }
}
