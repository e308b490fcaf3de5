package dev.noroshi.bench;

import dev.noroshi.NoroshiApplication;
import dev.noroshi.workflow.Comparison;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the nightly comparison takes among more and more open cases, each with its model, a called model and a task,
 * behind years of closed ones: per case it must stay the same. {@code ./mvnw -Pbench -Dbench=Comparing}.
 */
public final class Comparing {

    private static final int CLOSED = Integer.getInteger("growth.cases", 50_000);
    private static final int[] OPEN = {2_000, 4_000, 8_000};

    private Comparing() {}

    public static void main(String[] args) {
        try {
            run();
            System.exit(0);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run() {
        ConfigurableApplicationContext application = SpringApplication.run(
                NoroshiApplication.class,
                "--server.port=0",
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off",
                "--camunda.bpm.job-execution.enabled=false");
        JdbcClient database = application.getBean(JdbcClient.class);
        Comparison comparison = application.getBean(Comparison.class);
        new Archive(database, CLOSED).write();
        // what the archive left open has no models
        for (String table : List.of("incident", "task")) {
            database.sql("update " + table + " set status = 'closed' where status = 'open'")
                    .update();
        }
        database.sql("update incident set phase = 'closed' where phase <> 'closed'")
                .update();
        database.sql("update report set state = 'submitted' where state = 'drafting'")
                .update();
        int written = 0;
        for (int open : OPEN) {
            open(database, written + 1, open);
            written = open;
            comparison.find();
            long from = System.nanoTime();
            int found = comparison.find().size();
            double millis = (System.nanoTime() - from) / 1e6;
            System.out.printf(
                    "%d open cases among %d: %.0f ms, %.3f ms a case, %d differences%n",
                    open, CLOSED, millis, millis / open, found);
        }
    }

    private static void open(JdbcClient database, int from, int to) {
        String numbers = " from seq_" + from + "_to_" + to + " c";
        database.sql("""
                insert into incident (number, receipt, type, reporter_account, facts, search_text, level, level_provisional,
                  phase, status, drill, restricted, discovered_at, received_at, version)
                select concat('R2-', 10000 + c.seq), concat('open-', c.seq), 'malware', 'staff', '{}', '', 1, true, 'detect',
                  'open', false, false, utc_timestamp(), utc_timestamp(), 1""" + numbers).update();
        execution(database, "concat('root-', c.seq)", "null", "null", "concat('root-', c.seq)", "", numbers);
        execution(
                database,
                "concat('at-', c.seq)",
                "concat('root-', c.seq)",
                "null",
                "concat('root-', c.seq)",
                "callActivity_detect",
                numbers);
        execution(
                database,
                "concat('sub-', c.seq)",
                "null",
                "concat('at-', c.seq)",
                "concat('sub-', c.seq)",
                "",
                numbers);
        database.sql("""
                insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_,
                  SUSPENSION_STATE_)
                select concat('task-', c.seq), 1, concat('sub-', c.seq), concat('sub-', c.seq), (%s), '受領',
                  'userTask_receive', 1""".formatted(definition("detect")) + numbers).update();
        database.sql("""
                insert into task (id, incident, business_key, process, element, name, edition, form, status, created_at)
                select concat('task-', c.seq), concat('R2-', 10000 + c.seq), concat('R2-', 10000 + c.seq), 'detect',
                  'userTask_receive', '受領', 'e', 'receive', 'open', utc_timestamp()""" + numbers).update();
        for (String table : List.of("incident", "task", "ACT_RU_EXECUTION", "ACT_RU_TASK")) {
            database.sql("analyze table " + table)
                    .query((row, n) -> row.getString(1))
                    .list();
        }
    }

    private static void execution(
            JdbcClient database,
            String id,
            String parent,
            String caller,
            String instance,
            String element,
            String numbers) {
        String model = instance.contains("sub") ? "detect" : "incident-response";
        database.sql("""
                insert into ACT_RU_EXECUTION (ID_, REV_, ROOT_PROC_INST_ID_, PROC_INST_ID_, BUSINESS_KEY_, PARENT_ID_,
                  SUPER_EXEC_, PROC_DEF_ID_, ACT_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_,
                  SUSPENSION_STATE_)
                select %s, 1, if(%s is null, concat('root-', c.seq), null), %s, concat('R2-', 10000 + c.seq), %s, %s, (%s),
                  nullif('%s', ''), 1, 0, 1, 0, 1""".formatted(id, parent, instance, parent, caller, definition(model), element) + numbers)
                .update();
    }

    private static String definition(String model) {
        return "select max(ID_) from ACT_RE_PROCDEF where KEY_ = '" + model + "'";
    }
}
