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

/** Measures that the plan follows up, until they are settled. */
@Repository
class OpenMeasures implements OpenThings {

    private static final String SELECT = "select id, incident, begun and not settled as open from incident_measure ";

    private final JdbcClient jdbc;

    OpenMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.MEASURE;
    }

    @Override
    public List<Thing> after(String key, int limit) {
        return jdbc.sql(SELECT + "where begun and not settled and id > :key order by id limit :limit")
                .param("key", key)
                .param("limit", limit)
                .query(OpenMeasures::thing)
                .list();
    }

    @Override
    public Map<String, Thing> of(Collection<String> keys) {
        return jdbc.sql(SELECT + "where id in (:keys)").param("keys", keys).query(OpenMeasures::thing).list().stream()
                .collect(Collectors.toMap(Thing::key, it -> it));
    }

    private static Thing thing(ResultSet row, int index) throws SQLException {
        return new Thing(row.getString("id"), row.getString("incident"), row.getBoolean("open"), null, null);
    }
}
