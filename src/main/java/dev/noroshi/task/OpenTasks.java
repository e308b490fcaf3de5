package dev.noroshi.task;

import dev.noroshi.workflow.OpenThings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks, as long as a step of the plan waits for them. */
@Repository
class OpenTasks implements OpenThings {

    private static final Set<String> OPEN = Set.of("open", "claimed");

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.TASK;
    }

    /** A statement for each state, so that each reads on along the index. */
    @Override
    public List<Thing> after(String key, int limit) {
        return jdbc.sql("""
                        select * from (
                          (select id as thing, incident as incident, status as state, element as place, name from task
                            where status = 'open' and id > :key order by id limit :limit)
                          union all
                          (select id as thing, incident as incident, status as state, element as place, name from task
                            where status = 'claimed' and id > :key order by id limit :limit)
                        ) open_ones order by thing limit :limit
                        """)
                .param("key", key)
                .param("limit", limit)
                .query(OpenTasks::thing)
                .list();
    }

    @Override
    public Map<String, Thing> of(Collection<String> keys) {
        return jdbc
                .sql(
                        "select id as thing, incident as incident, status as state, element as place, name from task where id in (:keys)")
                .param("keys", keys)
                .query(OpenTasks::thing)
                .list()
                .stream()
                .collect(Collectors.toMap(Thing::key, it -> it));
    }

    private static Thing thing(ResultSet row, int index) throws SQLException {
        return new Thing(
                row.getString("thing"),
                row.getString("incident"),
                OPEN.contains(row.getString("state")),
                row.getString("place"),
                row.getString("name"));
    }
}
