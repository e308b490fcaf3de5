package dev.noroshi.bench;

import dev.noroshi.NoroshiApplication;
import dev.noroshi.TestDatabase;
import dev.noroshi.identity.ApiTokens;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.incident.Incidents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Which statements a whole case costs, by their shape, as the server's general log counts them: through the façades, or over
 * REST with {@code -Dbench.rest=true}. {@code ./mvnw -Pbench -Dbench=CaseCost}.
 */
public final class CaseCost {

    private static final int CASES = Integer.getInteger("bench.cases", 5);
    private static final int SHOWN = 200;
    private static final int WIDEST = 160;

    private CaseCost() {}

    public static void main(String[] args) {
        try (SmtpSink mail = new SmtpSink()) {
            ConfigurableApplicationContext application = SpringApplication.run(
                    NoroshiApplication.class,
                    "--server.port=0",
                    OfficeHours.FROM,
                    OfficeHours.UNTIL,
                    "--spring.main.banner-mode=off",
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + mail.port(),
                    "--noroshi.mail.imap.host=127.0.0.1",
                    "--noroshi.mail.imap.port=1", // nobody there: no mail comes in
                    "--logging.level.root=WARN");
            OfficeHours.everyDay(application);
            Cases cases = cases(application);
            for (int i = 0; i < CASES; i++) {
                Drive.whole(cases); // what is read once in a process's life
            }
            print(logged(cases));
            System.exit(0);
        } catch (IOException | SQLException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static Cases cases(ConfigurableApplicationContext application) {
        People people = new People(application.getBean(ApiTokens.class), application.getBean(RoleSource.class));
        if (!Boolean.getBoolean("bench.rest")) {
            return new FacadeCases(application, people, Benchmark.REPORT);
        }
        return new RestCases(
                application.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                new Look(application.getBean(ProcessEngine.class)),
                application.getBean(Incidents.class),
                people,
                Benchmark.REPORT);
    }

    private static Map<String, Long> logged(Cases cases) throws SQLException {
        String server = TestDatabase.emptySchema("case_cost");
        try (Connection root = DriverManager.getConnection(server, "root", TestDatabase.rootPassword());
                Statement log = root.createStatement()) {
            log.execute("set global log_output = 'TABLE'");
            log.execute("truncate mysql.general_log");
            log.execute("set global general_log = 1");
            for (int i = 0; i < CASES; i++) {
                Drive.whole(cases);
            }
            log.execute("set global general_log = 0");
            return counted(log);
        }
    }

    private static Map<String, Long> counted(Statement log) throws SQLException {
        Map<String, Long> shapes = new HashMap<>();
        try (ResultSet row = log.executeQuery(
                "select command_type, argument from mysql.general_log where thread_id <> connection_id()")) {
            while (row.next()) {
                String text = new String(row.getBytes(2), StandardCharsets.UTF_8);
                shapes.merge(row.getString(1) + " " + shape(text), 1L, Long::sum);
            }
        }
        return shapes;
    }

    /** The statement without its values. */
    private static String shape(String statement) {
        String shape = statement
                .replaceAll("\\s+", " ")
                .replaceAll("'(?:[^'\\\\]|\\\\.|'')*'", "?")
                .replaceAll("\\b\\d+\\b", "?")
                .replaceAll("\\( ?\\?( ?, ?(\\?|null))* ?\\)", "(?)");
        return shape.substring(0, Math.min(WIDEST, shape.length()));
    }

    private static void print(Map<String, Long> shapes) {
        System.out.printf(
                "%.0f statements a case%n",
                shapes.values().stream().mapToLong(Long::longValue).sum() / (double) CASES);
        shapes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(shape -> System.out.printf("%7.1f  %s%n", shape.getValue() / (double) CASES, shape.getKey()));
    }
}
