package dev.noroshi.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine runs, page by page: roots (a case, a call, a report) with all that they call, and steps that wait. */
@Repository
class RunningPlan {

    /** {@code key} is the instance's id where it runs under no business key. */
    record Root(String id, String key, String process) {}

    /**
     * An execution without any below it: what waits, waits here.
     *
     * @param instance the process instance, which may be called by the root
     * @param calls whether a called model runs for it
     * @param moving whether an automatic step is in hand or has failed here
     * @param waits whether a step of a person, or a job, is here
     */
    record Leaf(
            String id,
            String root,
            String instance,
            String definition,
            String process,
            @Nullable String element,
            boolean calls,
            boolean moving,
            boolean waits) {}

    /** A step of a person; {@code key} is empty where it runs under no business key. */
    record WaitingStep(String id, String key, String process, String element, String name) {}

    /** Read in the order of the executions, whatever else the optimizer would like: pages follow one another by their ids. */
    private static final String ROOTS = "select e.ID_, coalesce(e.BUSINESS_KEY_, e.ID_) as business_key, d.KEY_"
            + " from ACT_RU_EXECUTION e straight_join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_"
            + " where e.PARENT_ID_ is null and e.SUPER_EXEC_ is null and ";

    private static final String STEPS = "select t.ID_, coalesce(p.BUSINESS_KEY_, '') as business_key,"
            + " d.KEY_, t.TASK_DEF_KEY_, coalesce(t.NAME_, '') as name from ACT_RU_TASK t straight_join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_"
            + " straight_join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_ ";

    private final JdbcClient database;

    RunningPlan(JdbcClient database) {
        this.database = database;
    }

    List<Root> rootsAfter(String id, int limit) {
        return database.sql(ROOTS + "e.ID_ > :id order by e.ID_ limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(RunningPlan::root)
                .list();
    }

    Map<String, List<Root>> roots(Collection<String> keys) {
        return database
                .sql(ROOTS + "e.BUSINESS_KEY_ in (:keys) union all " + ROOTS
                        + "e.ID_ in (:keys) and e.BUSINESS_KEY_ is null")
                .param("keys", keys)
                .query(RunningPlan::root)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Root::key));
    }

    /** Of whole trees: the roots' own and those of all that they call; only instances know their root, executions do not. */
    List<Leaf> leaves(Collection<String> roots) {
        if (roots.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select e.ID_, p.ROOT_PROC_INST_ID_, e.PROC_INST_ID_, e.PROC_DEF_ID_, d.KEY_, e.ACT_ID_,
                          exists (select 1 from ACT_RU_EXECUTION s where s.SUPER_EXEC_ = e.ID_) as calls,
                          exists (select 1 from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_ and j.TYPE_ = 'message') as moving,
                          exists (select 1 from ACT_RU_TASK t where t.EXECUTION_ID_ = e.ID_) as waits
                        from ACT_RU_EXECUTION p join ACT_RU_EXECUTION e on e.PROC_INST_ID_ = p.ID_
                          join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
                        where p.ROOT_PROC_INST_ID_ in (:roots) and p.PARENT_ID_ is null and e.IS_EVENT_SCOPE_ = 0
                          and not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_)
                        """)
                .param("roots", roots)
                .query((row, index) -> new Leaf(
                        row.getString("ID_"),
                        row.getString("ROOT_PROC_INST_ID_"),
                        row.getString("PROC_INST_ID_"),
                        row.getString("PROC_DEF_ID_"),
                        row.getString("KEY_"),
                        row.getString("ACT_ID_"),
                        row.getBoolean("calls"),
                        row.getBoolean("moving"),
                        row.getBoolean("waits")))
                .list();
    }

    /** The events for which executions wait: messages and timers, by execution. */
    Map<String, Set<String>> events(Collection<String> executions) {
        Map<String, Set<String>> found = new HashMap<>();
        if (!executions.isEmpty()) {
            database.sql("select EXECUTION_ID_, ACTIVITY_ID_ as element from ACT_RU_EVENT_SUBSCR"
                            + " where EXECUTION_ID_ in (:executions) union all"
                            + " select j.EXECUTION_ID_, d.ACT_ID_ from ACT_RU_JOB j"
                            + " join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ where j.EXECUTION_ID_ in (:executions)")
                    .param("executions", executions)
                    .query((row, index) -> found.computeIfAbsent(row.getString(1), it -> new HashSet<>())
                            .add(row.getString(2)))
                    .list();
        }
        return found;
    }

    List<WaitingStep> stepsAfter(String id, int limit) {
        return database.sql(STEPS + "where t.ID_ > :id order by t.ID_ limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(RunningPlan::step)
                .list();
    }

    Map<String, WaitingStep> steps(Collection<String> ids) {
        return database.sql(STEPS + "where t.ID_ in (:ids)").param("ids", ids).query(RunningPlan::step).list().stream()
                .collect(Collectors.toMap(WaitingStep::id, it -> it));
    }

    private static Root root(ResultSet row, int index) throws SQLException {
        return new Root(row.getString("ID_"), row.getString("business_key"), row.getString("KEY_"));
    }

    private static WaitingStep step(ResultSet row, int index) throws SQLException {
        return new WaitingStep(
                row.getString("ID_"),
                row.getString("business_key"),
                row.getString("KEY_"),
                row.getString("TASK_DEF_KEY_"),
                row.getString("name"));
    }
}
