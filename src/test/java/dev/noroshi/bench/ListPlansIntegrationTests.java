package dev.noroshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.TestDatabase;
import dev.noroshi.escalation.CallRecords;
import dev.noroshi.escalation.Escalations;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.incident.IncidentQuery;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.MeasureQuery;
import dev.noroshi.incident.Measures;
import dev.noroshi.journal.Journal;
import dev.noroshi.mail.Mails;
import dev.noroshi.reporting.Reports;
import dev.noroshi.task.TaskQuery;
import dev.noroshi.task.Tasks;
import dev.noroshi.web.PageRequest;
import dev.noroshi.web.Problem;
import dev.noroshi.workflow.OpenThings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No list reads the whole of a table that grows: each is asked of the application, its statements are taken from the
 * server's own log, and explained over copies of the tables that hold years of cases.
 */
@NoroshiTest
class ListPlansIntegrationTests {

    private static final String YEARS = "noroshi_years";
    private static final int CASES = 8_000;
    private static final String OPEN = "R1-10100";
    private static final PageRequest FIRST = new PageRequest(0, 50);

    /** Lists that may read a table from end to end, and why. */
    private static final Map<String, String> SCANS = Map.of(
            "incidents by text",
            "a word in the middle of a Japanese text has no index in MariaDB; only the folded column is compared");

    /** Tables that do not grow with the cases. */
    private static final Set<String> SMALL = Set.of(
            "person",
            "appointment",
            "section",
            "account",
            "absence",
            "mailbox",
            "calendar_day",
            "calendar_list",
            "calendar_holiday");

    private final BeanFactory application;
    private final String url;

    @Autowired
    ListPlansIntegrationTests(BeanFactory application, @Value("${spring.datasource.url}") String url) {
        this.application = application;
        this.url = url;
    }

    @Test
    void noListReadsAWholeTableThatGrows() {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(url, "root", TestDatabase.rootPassword(), true);
        try {
            JdbcClient root = JdbcClient.create(connection);
            // as the application's own connections have it
            root.sql("set session optimizer_switch = 'semijoin=off,exists_to_in=off'")
                    .update();
            Map<String, Set<String>> asked = new LinkedHashMap<>();
            questions().forEach((name, question) -> asked.put(name, statements(root, question)));
            years(root);

            List<String> scans = new ArrayList<>();
            asked.forEach((name, statements) -> {
                assertThat(statements).as("statements of " + name).isNotEmpty();
                statements.forEach(statement -> scans.addAll(scans(root, name, statement)));
            });

            assertThat(scans).isEmpty();
        } finally {
            JdbcClient.create(connection)
                    .sql("drop database if exists " + YEARS)
                    .update();
            connection.destroy();
        }
    }

    private Map<String, Runnable> questions() {
        Incidents incidents = application.getBean(Incidents.class);
        Tasks tasks = application.getBean(Tasks.class);
        Mails mails = application.getBean(Mails.class);
        Escalations calls = application.getBean(Escalations.class);
        Reports reports = application.getBean(Reports.class);
        Measures measures = application.getBean(Measures.class);
        Journal journal = application.getBean(Journal.class);
        Map<String, Runnable> asked = new LinkedHashMap<>();
        asked.put("incidents", () -> incidents.search(query(null, null, null, null, null), FIRST));
        asked.put("incidents by phase", () -> incidents.search(query("contain", null, null, null, null), FIRST));
        asked.put("incidents by level", () -> incidents.search(query(null, "L4", null, null, null), FIRST));
        asked.put("incidents by type", () -> incidents.search(query(null, null, "intrusion", null, null), FIRST));
        asked.put("incidents by segment", () -> incidents.search(query(null, null, null, "lgwan", null), FIRST));
        asked.put("incidents by text", () -> incidents.search(query(null, null, null, null, "宛先"), FIRST));
        asked.put("tasks", () -> tasks.list(new TaskQuery(null, null, null, null, false), FIRST));
        asked.put("tasks waiting", () -> tasks.list(new TaskQuery(null, null, null, null, true), FIRST));
        asked.put("tasks mine", () -> tasks.list(new TaskQuery("me", null, null, null, true), FIRST));
        asked.put("tasks of a role", () -> tasks.list(new TaskQuery("none", "mine", null, null, true), FIRST));
        asked.put("tasks overdue", () -> tasks.list(new TaskQuery(null, null, null, true, false), FIRST));
        asked.put("mails", () -> mails.list(null, null, null, FIRST));
        asked.put("mails in", () -> mails.list(null, "in", null, FIRST));
        asked.put("box", () -> mails.box(FIRST));
        asked.put("calls", () -> calls.list(null, null, FIRST));
        asked.put("calls calling", () -> calls.list(null, "calling", FIRST));
        CallRecords records = application.getBean(CallRecords.class);
        asked.put("page of calls", () -> records.list(null, null, FIRST));
        asked.put("page of calls answered", () -> records.list(null, "acknowledged", FIRST));
        asked.put("page of a case's calls", () -> records.list(OPEN, null, FIRST));
        asked.put("a call", () -> records.find(OPEN + "-C1"));
        asked.put("measures", () -> measures.list(MeasureQuery.of(null, null), FIRST));
        asked.put("measures open", () -> measures.list(MeasureQuery.of(null, "open"), FIRST));
        asked.put("measures overdue", () -> measures.list(MeasureQuery.of(null, "overdue"), FIRST));
        asked.put("measures of a case", () -> measures.list(MeasureQuery.of(OPEN, null), FIRST));
        asked.put("reports", () -> reports.list(null, null, FIRST));
        asked.put("reports due", () -> reports.list(null, LocalDate.of(2030, 1, 1), FIRST));
        asked.put(
                "what is open",
                () -> application.getBeanProvider(OpenThings.class).forEach(things -> {
                    things.after(OPEN, 200);
                    things.of(List.of(OPEN));
                }));
        asked.put("journal", () -> journal.entries("", FIRST));
        asked.put("journal of a case", () -> journal.entries(OPEN, FIRST));
        return asked;
    }

    private static IncidentQuery query(String phase, String level, String type, String segment, String text) {
        return IncidentQuery.of(phase, level, type, segment, null, text);
    }

    /** What the application asked the database for, by each of several people. */
    private Set<String> statements(JdbcClient root, Runnable question) {
        root.sql("set global log_output = 'TABLE'").update();
        root.sql("truncate table mysql.general_log").update();
        root.sql("set global general_log = 1").update();
        try {
            for (String person : List.of("handler", "staff", "auditor")) {
                ask(person, question);
            }
        } finally {
            root.sql("set global general_log = 0").update();
        }
        return new LinkedHashSet<>(root.sql(
                        "select distinct convert(argument using utf8mb4) from mysql.general_log"
                                + " where command_type in ('Query', 'Execute') and user_host like 'noroshi%'"
                                + " and convert(argument using utf8mb4) regexp '^[[:space:](]*select'"
                                + " and convert(argument using utf8mb4) not regexp '(?i)ACT_|@@|sql_mode|spring_session|last_insert'")
                .query(String.class)
                .list());
    }

    private void ask(String person, Runnable question) {
        Actor actor =
                new Actor(person, person, application.getBean(RoleSource.class).rolesOf(person), null);
        Actors.as(actor, () -> {
            try {
                question.run();
            } catch (Problem refused) {
                // Not everybody may ask everything.
            }
            return true;
        });
    }

    /** Copies of the tables, filled with years of cases; the application's own stay as they are. */
    private static void years(JdbcClient root) {
        List<String> tables = root.sql(
                        "select table_name from information_schema.tables where table_schema = database()"
                                + " and table_type = 'BASE TABLE' and table_name not like 'ACT\\\\_%'")
                .query(String.class)
                .list();
        String own = root.sql("select database()").query(String.class).single();
        root.sql("create or replace database " + YEARS + " character set utf8mb4")
                .update();
        root.sql("use " + YEARS).update();
        tables.forEach(table -> root.sql("create table `" + table + "` like `" + own + "`.`" + table + "`")
                .update());
        new Archive(root, CASES).write();
        root.sql(
                        "insert into journal_entry (id, recorded_at, account, account_name, act, subject, detail, previous_hash,"
                                + " hash) select seq, timestampadd(minute, seq, '2019-05-01'), 'handler', '担当',"
                                + " 'incident.viewed', concat('R1-', 10000 + seq div 10), '', '', sha2(seq, 256)"
                                + " from seq_1_to_20000")
                .update();
        root.sql("analyze table journal_entry").query((row, n) -> 1).list();
    }

    private static List<String> scans(JdbcClient root, String name, String statement) {
        String plan = root.sql("explain format=json " + statement.replace(":", "\\:"))
                .query(String.class)
                .single();
        List<String> found = new ArrayList<>();
        for (JsonNode table : JsonMapper.builder().build().readTree(plan).findParents("access_type")) {
            String scanned = table.path("table_name").asString("");
            boolean whole = table.get("access_type").asString().equals("ALL");
            if (whole && !scanned.startsWith("<") && !SMALL.contains(scanned) && !SCANS.containsKey(name)) {
                found.add(name + " reads all of " + scanned + ": "
                        + statement.strip().replaceAll("\\s+", " "));
            }
        }
        return found;
    }
}
