package dev.noroshi.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mariadb.MariaDBContainer;

/**
 * The one database of all tests: a container where a Docker engine answers, otherwise the embedded server
 * ({@code NOROSHI_TEST_DATABASE=embedded} chooses it anyway). Every test context gets it, and the fictional city.
 */
class TestDatabase implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static @Nullable Map<String, Object> settings;

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        event.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", settings()));
    }

    private static synchronized Map<String, Object> settings() {
        if (settings == null) {
            settings = new HashMap<>(useContainer() ? container() : embedded());
            settings.put("noroshi.demo.enabled", true);
            settings.put("noroshi.demo.smtp-port", 0);
            settings.put("noroshi.demo.imap-port", 0);
        }
        return settings;
    }

    private static boolean useContainer() {
        return !"embedded".equals(System.getenv("NOROSHI_TEST_DATABASE"))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static Map<String, Object> container() {
        MariaDBContainer database = new MariaDBContainer("mariadb:11.4");
        database.withDatabaseName("noroshi").withCommand("--innodb-flush-log-at-trx-commit=0");
        database.start();
        return Map.of(
                "spring.datasource.url", database.getJdbcUrl(),
                "spring.datasource.username", database.getUsername(),
                "spring.datasource.password", database.getPassword());
    }

    private static Map<String, Object> embedded() {
        DataDirectory data = DataDirectory.open(
                Path.of("target", "test-data-" + ProcessHandle.current().pid()).toAbsolutePath());
        EmbeddedMariaDb database = EmbeddedMariaDb.start(
                data.resolve("mariadb"),
                data.resolve("server"),
                data.secret("root.password"),
                data.secret("noroshi.password"),
                List.of("--innodb-flush-log-at-trx-commit=0"));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password());
    }
}
