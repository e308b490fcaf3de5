package dev.noroshi.reporting;

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

/** Reports to bodies outside, from when somebody is to write one until it is submitted. */
@Repository
class OpenReports implements OpenThings {

    private static final Set<String> OPEN = Set.of("drafting", "approval", "approved");

    private final JdbcClient jdbc;

    OpenReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.REPORT;
    }

    /** A statement for each state, so that each reads on along the index. */
    @Override
    public List<Thing> after(String key, int limit) {
        return jdbc.sql("""
                        select * from (
                          (select id as thing, incident as incident, state as state from report
                            where state = 'drafting' and id > :key order by id limit :limit)
                          union all
                          (select id as thing, incident as incident, state as state from report
                            where state = 'approval' and id > :key order by id limit :limit)
                          union all
                          (select id as thing, incident as incident, state as state from report
                            where state = 'approved' and id > :key order by id limit :limit)
                        ) open_ones order by thing limit :limit
                        """)
                .param("key", key)
                .param("limit", limit)
                .query(OpenReports::thing)
                .list();
    }

    @Override
    public Map<String, Thing> of(Collection<String> keys) {
        return jdbc
                .sql("select id as thing, incident as incident, state as state from report where id in (:keys)")
                .param("keys", keys)
                .query(OpenReports::thing)
                .list()
                .stream()
                .collect(Collectors.toMap(Thing::key, it -> it));
    }

    private static Thing thing(ResultSet row, int index) throws SQLException {
        return new Thing(
                row.getString("thing"), row.getString("incident"), OPEN.contains(row.getString("state")), null, null);
    }
}
