package dev.noroshi.bench;

import dev.noroshi.NoroshiApplication;
import dev.noroshi.TestDatabase;
import dev.noroshi.escalation.Escalations;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.incident.IncidentQuery;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.MeasureQuery;
import dev.noroshi.incident.Measures;
import dev.noroshi.incident.TimelineOrder;
import dev.noroshi.mail.Mails;
import dev.noroshi.reporting.Reports;
import dev.noroshi.task.TaskQuery;
import dev.noroshi.task.Tasks;
import dev.noroshi.web.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Fills the database with years of cases, asks every list of the application, and prints how the database answered: time and
 * plan of each statement, taken from the server's own log. {@code ./mvnw -Pbench -Dbench=Growth}.
 */
public final class Growth {

    private static final int CASES = Integer.getInteger("growth.cases", 50_000);
    private static final PageRequest FIRST = new PageRequest(0, 50);
    private static final String OPEN = "R1-10100";

    private final BeanFactory application;
    private final JdbcClient root;

    private Growth(ConfigurableApplicationContext application) {
        this.application = application;
        Environment settings = application.getEnvironment();
        this.root = JdbcClient.create(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url")
                        + "?sessionVariables=optimizer_switch='semijoin=off,exists_to_in=off'",
                "root",
                TestDatabase.rootPassword()));
    }

    public static void main(String[] args) {
        try {
            ConfigurableApplicationContext application = SpringApplication.run(
                    NoroshiApplication.class,
                    "--server.port=0",
                    "--logging.level.root=WARN",
                    "--spring.main.banner-mode=off");
            new Archive(application.getBean(JdbcClient.class), CASES).write();
            new Growth(application).look();
            System.exit(0);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void look() {
        System.out.println(CASES + " cases");
        questions().forEach((name, question) -> {
            for (String person : List.of("handler", "staff")) {
                Actor actor = actor(person);
                List<String> statements = logged(() -> Actors.as(actor, () -> {
                    try {
                        question.run();
                    } catch (dev.noroshi.web.Problem refused) {
                        // Not everybody may ask everything.
                    }
                    return name;
                }));
                statements.forEach(statement -> explain(name + " (" + person + ")", statement));
            }
        });
    }

    private Map<String, Runnable> questions() {
        Incidents incidents = application.getBean(Incidents.class);
        Tasks tasks = application.getBean(Tasks.class);
        Mails mails = application.getBean(Mails.class);
        Escalations calls = application.getBean(Escalations.class);
        Reports reports = application.getBean(Reports.class);
        Measures measures = application.getBean(Measures.class);
        Map<String, Runnable> asked = new LinkedHashMap<>();
        asked.put("incidents", () -> incidents.search(IncidentQuery.of(null, null, null, null, null, null), FIRST));
        asked.put(
                "incidents, page 200",
                () -> incidents.search(IncidentQuery.of(null, null, null, null, null, null), new PageRequest(200, 50)));
        asked.put(
                "incidents by level",
                () -> incidents.search(IncidentQuery.of(null, "L4", null, null, null, null), FIRST));
        asked.put(
                "incidents by phase",
                () -> incidents.search(IncidentQuery.of("contain", null, null, null, null, null), FIRST));
        asked.put(
                "incidents by text",
                () -> incidents.search(IncidentQuery.of(null, null, null, null, null, "宛先"), FIRST));
        asked.put("tasks", () -> tasks.list(new TaskQuery(null, null, null, null, false), FIRST));
        asked.put("tasks waiting", () -> tasks.list(new TaskQuery(null, null, null, null, true), FIRST));
        asked.put("tasks mine", () -> tasks.list(new TaskQuery("me", null, null, null, true), FIRST));
        asked.put("tasks of my roles", () -> tasks.list(new TaskQuery("none", "mine", null, null, true), FIRST));
        asked.put("tasks of a case", () -> tasks.list(new TaskQuery(null, null, OPEN, null, false), FIRST));
        asked.put("tasks overdue", () -> tasks.list(new TaskQuery(null, null, null, true, false), FIRST));
        asked.put("mails", () -> mails.list(null, null, null, FIRST));
        asked.put("mails in", () -> mails.list(null, "in", null, FIRST));
        asked.put("mails of a case", () -> mails.list(OPEN, null, null, FIRST));
        asked.put("box", () -> mails.box(FIRST));
        asked.put("calls", () -> calls.list(null, null, FIRST));
        asked.put("calls calling", () -> calls.list(null, "calling", FIRST));
        asked.put("calls of a case", () -> calls.list(OPEN, null, FIRST));
        asked.put("measures", () -> measures.list(MeasureQuery.of(null, null), FIRST));
        asked.put("measures open", () -> measures.list(MeasureQuery.of(null, "open"), FIRST));
        asked.put("measures overdue", () -> measures.list(MeasureQuery.of(null, "overdue"), FIRST));
        asked.put("measures of a case", () -> measures.list(MeasureQuery.of(OPEN, null), FIRST));
        asked.put("reports", () -> reports.list(null, null, FIRST));
        asked.put("reports due", () -> reports.list(null, LocalDate.of(2030, 1, 1), FIRST));
        asked.put("reports of a case", () -> reports.list(OPEN, null, FIRST));
        asked.put("timeline", () -> incidents.timeline(OPEN, FIRST, TimelineOrder.NEWEST_FIRST));
        return asked;
    }

    private List<String> logged(Runnable act) {
        root.sql("set global log_output = 'TABLE'").update();
        root.sql("truncate table mysql.general_log").update();
        root.sql("set global general_log = 1").update();
        act.run();
        root.sql("set global general_log = 0").update();
        return root.sql("select distinct convert(argument using utf8mb4) from mysql.general_log"
                        + " where command_type in ('Query', 'Execute') and user_host like 'noroshi%'"
                        + " and convert(argument using utf8mb4) regexp '^[[:space:](]*select'"
                        + " and convert(argument using utf8mb4) not regexp '(?i)ACT_|@@|skip locked|sql_mode'")
                .query(String.class)
                .list();
    }

    private void explain(String name, String statement) {
        long from = System.nanoTime();
        root.sql(statement.replace(":", "\\:")).query((row, n) -> 1).list();
        long millis = (System.nanoTime() - from) / 1_000_000;
        List<String> plan = new ArrayList<>();
        root.sql("explain " + statement.replace(":", "\\:"))
                .query((row, n) -> plan.add(row.getString("table") + " " + row.getString("type") + " "
                        + row.getString("key") + " " + row.getString("rows") + " " + row.getString("Extra")))
                .list();
        System.out.printf("%5d ms  %s: %.90s%n", millis, name, statement.strip().replaceAll("\\s+", " "));
        plan.forEach(line -> System.out.println("            " + line));
    }

    private Actor actor(String account) {
        return new Actor(account, account, application.getBean(RoleSource.class).rolesOf(account), null);
    }
}
