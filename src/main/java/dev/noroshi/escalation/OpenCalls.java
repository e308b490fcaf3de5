package dev.noroshi.escalation;

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

/** Calls, as long as an answer is wanted; one that nobody answered still waits for a late one. */
@Repository
class OpenCalls implements OpenThings {

    private static final Set<String> OPEN = Set.of("calling", "exhausted");

    private final JdbcClient jdbc;

    OpenCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.CALL;
    }

    /** A statement for each state, so that each reads on along the index. */
    @Override
    public List<Thing> after(String key, int limit) {
        return jdbc.sql("""
                        select * from (
                          (select id as thing, incident as incident, state as state from escalation
                            where state = 'calling' and id > :key order by id limit :limit)
                          union all
                          (select id as thing, incident as incident, state as state from escalation
                            where state = 'exhausted' and id > :key order by id limit :limit)
                        ) open_ones order by thing limit :limit
                        """)
                .param("key", key)
                .param("limit", limit)
                .query(OpenCalls::thing)
                .list();
    }

    @Override
    public Map<String, Thing> of(Collection<String> keys) {
        return jdbc
                .sql("select id as thing, incident as incident, state as state from escalation where id in (:keys)")
                .param("keys", keys)
                .query(OpenCalls::thing)
                .list()
                .stream()
                .collect(Collectors.toMap(Thing::key, it -> it));
    }

    private static Thing thing(ResultSet row, int index) throws SQLException {
        return new Thing(
                row.getString("thing"), row.getString("incident"), OPEN.contains(row.getString("state")), null, null);
    }
}
