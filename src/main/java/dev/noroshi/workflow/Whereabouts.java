package dev.noroshi.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a case is and was in the plan: a few statements for all its models, calls and reports together. */
@Service
@Transactional(readOnly = true)
public class Whereabouts {

    /** What belongs to a case: its number, and all keys that begin with it. */
    private static final String OF_CASE = " (p.BUSINESS_KEY_ = :case or p.BUSINESS_KEY_ like concat(:case, '-%'))";

    /** Of a reopened case what ran in one of its courses; calls and reports outlive the course in which they began. */
    private static final String OF_ITS_COURSE = OF_CASE + """
             and not exists (select 1 from ACT_HI_PROCINST w where w.ID_ = p.ROOT_PROC_INST_ID_
              and w.BUSINESS_KEY_ = :case and w.ID_ <> :course)""";

    private static final int CANCELLED = 2;

    private final JdbcClient database;
    private final RepositoryService repository;

    Whereabouts(JdbcClient database, RepositoryService repository) {
        this.database = database;
        this.repository = repository;
    }

    /** An element that the history does not tell of; {@code due} null for one that failed. */
    private record Outside(
            String instance,
            String element,
            String model,
            String definition,
            String key,
            Instant since,
            @Nullable Instant due) {}

    /**
     * A way of a case through the plan: its first, or another after it was reopened.
     *
     * @param until null while it goes on
     */
    public record Course(
            String id,
            String edition,
            Instant since,
            @Nullable Instant until) {}

    /** The ways of a case through the plan, oldest first. The engine's dates are whole seconds: what runs is the last. */
    public List<Course> courses(String incident) {
        return database.sql("""
                        select p.ID_, d.DEPLOYMENT_ID_, p.START_TIME_, p.END_TIME_ from ACT_HI_PROCINST p
                          join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_
                        where p.BUSINESS_KEY_ = :case and p.ROOT_PROC_INST_ID_ = p.ID_
                        order by p.END_TIME_ is null, p.START_TIME_
                        """)
                .param("case", incident)
                .query((row, index) -> new Course(
                        row.getString("ID_"),
                        row.getString("DEPLOYMENT_ID_"),
                        moment(row, "START_TIME_"),
                        row.getTimestamp("END_TIME_") == null ? null : moment(row, "END_TIME_")))
                .list();
    }

    /** Every element that the case has come to in its last course, in all models, oldest first. */
    public List<ElementState> of(String incident) {
        List<Course> courses = courses(incident);
        return courses.isEmpty() ? List.of() : of(incident, courses.get(courses.size() - 1));
    }

    /** The same for a course of the case. */
    public List<ElementState> of(String incident, Course course) {
        Map<String, Outside> stuck = stuck(incident);
        Map<String, Outside> timers = timers(incident);
        List<ElementState> states = new ArrayList<>(database.sql("""
                        select a.*, p.BUSINESS_KEY_ from ACT_HI_PROCINST p
                          join ACT_HI_ACTINST a on a.PROC_INST_ID_ = p.ID_
                        where""" + OF_ITS_COURSE
                        + " and a.ACT_TYPE_ <> 'multiInstanceBody' order by a.START_TIME_, a.SEQUENCE_COUNTER_, a.ID_")
                .param("case", incident)
                .param("course", course.id())
                .query((row, index) -> state(row, stuck, timers))
                .list());
        if (course.until() == null) {
            stuck.values().forEach(it -> states.add(outside(it)));
            timers.values().forEach(it -> states.add(outside(it)));
        }
        return states;
    }

    /** Somebody's case that stands somewhere now. */
    public record Stay(String incident, String process, String element, String name, String type, Instant since) {}

    /** Where all that runs stands now, in one statement; calls and reports under their case. */
    public List<Stay> everywhere() {
        return database.sql("""
                        select a.PROC_DEF_KEY_, a.ACT_ID_, a.ACT_NAME_, a.ACT_TYPE_, a.START_TIME_, r.BUSINESS_KEY_
                        from ACT_HI_ACTINST a join ACT_RU_EXECUTION r on r.ID_ = a.PROC_INST_ID_
                        where a.END_TIME_ is null and a.ACT_NAME_ is not null and r.BUSINESS_KEY_ is not null
                        """)
                .query((row, index) -> new Stay(
                        BusinessKey.incidentIn(row.getString("BUSINESS_KEY_")).orElse(""),
                        row.getString("PROC_DEF_KEY_"),
                        row.getString("ACT_ID_"),
                        row.getString("ACT_NAME_"),
                        row.getString("ACT_TYPE_"),
                        moment(row, "START_TIME_")))
                .list();
    }

    private Map<String, Outside> stuck(String incident) {
        return outside(
                "select i.PROC_INST_ID_ as instance, i.ACTIVITY_ID_ as element, p.PROC_DEF_KEY_, i.PROC_DEF_ID_,"
                        + " p.BUSINESS_KEY_, i.INCIDENT_TIMESTAMP_ as since, null as due from ACT_RU_INCIDENT i"
                        + " join ACT_HI_PROCINST p on p.ID_ = i.PROC_INST_ID_ where i.INCIDENT_TYPE_ = 'failedJob' and",
                incident);
    }

    private Map<String, Outside> timers(String incident) {
        return outside(
                "select p.ID_ as instance, d.ACT_ID_ as element, p.PROC_DEF_KEY_, p.PROC_DEF_ID_, p.BUSINESS_KEY_,"
                        + " coalesce(j.CREATE_TIME_, j.DUEDATE_) as since, j.DUEDATE_ as due from ACT_HI_PROCINST p"
                        + " join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = p.ID_"
                        + " join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_"
                        + " where j.TYPE_ = 'timer' and j.RETRIES_ > 0 and j.DUEDATE_ is not null and",
                incident);
    }

    private Map<String, Outside> outside(String select, String incident) {
        Map<String, Outside> found = new LinkedHashMap<>();
        database.sql(select + OF_CASE)
                .param("case", incident)
                .query((row, index) -> new Outside(
                        row.getString("instance"),
                        row.getString("element"),
                        row.getString("PROC_DEF_KEY_"),
                        row.getString("PROC_DEF_ID_"),
                        row.getString("BUSINESS_KEY_"),
                        moment(row, "since"),
                        row.getTimestamp("due") == null ? null : moment(row, "due")))
                .list()
                .forEach(it -> found.put(it.instance() + it.element(), it));
        return found;
    }

    private static ElementState state(ResultSet row, Map<String, Outside> stuck, Map<String, Outside> timers)
            throws SQLException {
        String place = row.getString("PROC_INST_ID_") + row.getString("ACT_ID_");
        @Nullable Timestamp end = row.getTimestamp("END_TIME_");
        ElementState.State state = end == null ? ElementState.State.ACTIVE : ElementState.State.DONE;
        if (row.getInt("ACT_INST_STATE_") == CANCELLED) {
            state = ElementState.State.CANCELLED;
        } else if (end == null && stuck.remove(place) != null) {
            state = ElementState.State.STUCK;
        }
        @Nullable Outside timer = end == null ? timers.remove(place) : null;
        return new ElementState(
                row.getString("PROC_DEF_KEY_"),
                row.getString("ACT_ID_"),
                Objects.requireNonNullElse(row.getString("ACT_NAME_"), ""),
                row.getString("ACT_TYPE_"),
                Objects.requireNonNullElse(row.getString("BUSINESS_KEY_"), ""),
                row.getString("TASK_ID_"),
                state,
                moment(row, "START_TIME_"),
                end == null ? null : end.toInstant(),
                timer == null ? null : timer.due());
    }

    /**
     * A step that fails before it is entered leaves no trace in the history, for each try is rolled back; neither does a
     * timer beside a step, or behind a choice of events, before its time.
     */
    private ElementState outside(Outside it) {
        @Nullable
        ModelElementInstance part =
                repository.getBpmnModelInstance(it.definition()).getModelElementById(it.element());
        @Nullable String name = part == null ? null : part.getAttributeValue("name");
        return new ElementState(
                it.model(),
                it.element(),
                name == null ? "" : name,
                part == null ? "" : part.getElementType().getTypeName(),
                it.key(),
                null,
                it.due() == null ? ElementState.State.STUCK : ElementState.State.ACTIVE,
                it.since(),
                null,
                it.due());
    }

    /** The engine writes its moments in the zone of the machine, as the driver reads them. */
    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
