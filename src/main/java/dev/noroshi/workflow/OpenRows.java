package dev.noroshi.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open things that stand in one table, each in a row. */
public abstract class OpenRows implements OpenThings {

    private final JdbcClient jdbc;
    private final Kind kind;
    private final String select;
    private final String key;
    private final List<String> open;

    /**
     * All of these are SQL of the product's own.
     *
     * @param select names {@code thing, incident, is_open, place, name}, and the table
     * @param key the column of the key
     * @param open conditions, one for each state in which it is open or contradicts itself, so that each is read along its index
     */
    protected OpenRows(JdbcClient jdbc, Kind kind, String select, String key, String... open) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.select = select;
        this.key = key;
        this.open = List.of(open);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public List<Thing> after(String last, int limit) {
        String each = open.stream()
                .map(state -> "(%s where %s and %s > :key order by %s limit :limit)".formatted(select, state, key, key))
                .collect(Collectors.joining(" union all "));
        return jdbc.sql("select * from (" + each + ") open_ones order by thing limit :limit")
                .param("key", last)
                .param("limit", limit)
                .query(OpenRows::thing)
                .list();
    }

    @Override
    public Map<String, Thing> of(Collection<String> keys) {
        return jdbc
                .sql(select + " where " + key + " in (:keys)")
                .param("keys", keys)
                .query(OpenRows::thing)
                .list()
                .stream()
                .collect(Collectors.toMap(Thing::key, it -> it));
    }

    private static Thing thing(ResultSet row, int index) throws SQLException {
        return new Thing(
                row.getString("thing"),
                row.getString("incident"),
                row.getBoolean("is_open"),
                row.getString("place"),
                row.getString("name"));
    }
}
