package dev.noroshi.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts database and mail server where none is configured, before anything asks for them. A listener after the
 * logging's, so that a failure can still be told in words.
 */
class DemoStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        boolean embedded = !environment.containsProperty("spring.datasource.url");
        if (!embedded && !environment.getProperty("noroshi.demo.enabled", Boolean.class, false)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("noroshi.demo.enabled", true);
        String port = environment.getProperty("server.port", "8080");
        if (!environment.containsProperty("noroshi.mail.site")) {
            settings.put("noroshi.mail.site", "http://localhost:" + port);
        }
        DataDirectory data = embedded ? DataDirectory.open(placeOf(environment)) : null;
        Ports ports = new Ports(environment);
        ports.require(Ports.PAGES, 8080);
        if (!environment.containsProperty("spring.mail.host")) {
            startMail(ports, settings);
        }
        if (data != null) {
            startDatabase(data, settings);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("noroshi-demo", settings));
    }

    /** An empty NOROSHI_DATA names no place: the directory in which somebody happens to stand is not for data. */
    static Path placeOf(Environment environment) {
        String named = environment.getProperty("noroshi.data", "");
        return Path.of(named.isBlank() ? "data" : named).toAbsolutePath().normalize();
    }

    private static void startDatabase(DataDirectory data, Map<String, Object> settings) {
        EmbeddedMariaDb database = EmbeddedMariaDb.start(
                data.resolve("mariadb"),
                data.resolve("server"),
                data.secret("root.password"),
                data.secret("noroshi.password"),
                List.of("--innodb-buffer-pool-size=128M"));
        SpringApplication.getShutdownHandlers().add(() -> stop(database, data));
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("noroshi.demo.data", data.toString());
    }

    /** Holds the directory as well: its lock ends with the last reference to it. */
    private static void stop(EmbeddedMariaDb database, DataDirectory data) {
        database.close();
        data.close();
    }

    private static void startMail(Ports ports, Map<String, Object> settings) {
        MailServer server = MailServer.start(
                ports.require("noroshi.demo.smtp-port", 3025), ports.require("noroshi.demo.imap-port", 3143));
        SpringApplication.getShutdownHandlers().add(server::close);
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", server.smtpPort());
        settings.put("noroshi.mail.imap.enabled", true);
        settings.put("noroshi.mail.imap.host", "127.0.0.1");
        settings.put("noroshi.mail.imap.port", server.imapPort());
        settings.put("noroshi.mail.imap.user", "csirt@" + City.DOMAIN);
        settings.put("noroshi.mail.imap.password", City.PASSWORD);
    }
}
