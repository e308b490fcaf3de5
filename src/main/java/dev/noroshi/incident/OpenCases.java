package dev.noroshi.incident;

import dev.noroshi.workflow.OpenThings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases, as long as the plan works on them; also those whose phase says that they are over, or not, against their state. */
@Repository
class OpenCases implements OpenThings {

    private final JdbcClient jdbc;

    OpenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.CASE;
    }

    /** A statement for each state, so that each reads on along the index. */
    @Override
    public List<Thing> after(String key, int limit) {
        return jdbc.sql("""
                        select * from (
                          (select number as thing, number as incident, status as state, phase as place from incident
                            where status = 'open' and number > :key order by number limit :limit)
                          union all
                          (select number as thing, number as incident, status as state, phase as place from incident
                            where status = 'closed' and phase <> 'closed' and number > :key order by number limit :limit)
                        ) open_ones order by thing limit :limit
                        """)
                .param("key", key)
                .param("limit", limit)
                .query(OpenCases::thing)
                .list();
    }

    @Override
    public Map<String, Thing> of(Collection<String> keys) {
        return jdbc
                .sql(
                        "select number as thing, number as incident, status as state, phase as place from incident where number in (:keys)")
                .param("keys", keys)
                .query(OpenCases::thing)
                .list()
                .stream()
                .collect(Collectors.toMap(Thing::key, it -> it));
    }

    private static Thing thing(ResultSet row, int index) throws SQLException {
        return new Thing(
                row.getString("thing"),
                row.getString("incident"),
                "open".equals(row.getString("state")),
                row.getString("place"),
                null);
    }
}
