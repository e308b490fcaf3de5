package dev.noroshi.plan;

import dev.noroshi.calendar.Moments;
import dev.noroshi.plan.PlanEdition.Origin;
import dev.noroshi.plan.PlanEdition.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Editions in the database. Whoever changes one holds the list first. */
@Repository
class EditionStore {

    private final JdbcClient jdbc;

    EditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for everybody else who changes the list of editions, on every node, until the transaction ends. */
    void hold() {
        jdbc.sql("select last_number from plan_edition_series where only_row = 1 for update")
                .query(Integer.class)
                .single();
    }

    int nextNumber() {
        jdbc.sql("update plan_edition_series set last_number = last_number + 1 where only_row = 1")
                .update();
        return jdbc.sql("select last_number from plan_edition_series where only_row = 1")
                .query(Integer.class)
                .single();
    }

    void insert(PlanEdition edition, SortedMap<String, byte[]> files) {
        jdbc.sql("""
                insert into plan_edition (number, origin, renewed_from, digest, note, state, uploaded_by, uploaded_at,
                  judged_by, judged_at, judgement, effective_from, deployment, deployed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        edition.number(),
                        edition.origin().key(),
                        edition.renewedFrom(),
                        edition.digest(),
                        edition.note(),
                        edition.state().key(),
                        edition.uploadedBy(),
                        Moments.column(edition.uploadedAt()),
                        edition.judgedBy(),
                        Moments.columnOrNull(edition.judgedAt()),
                        edition.judgement(),
                        Moments.columnOrNull(edition.effectiveFrom()),
                        edition.deployment(),
                        Moments.columnOrNull(edition.deployedAt())))
                .update();
        files.forEach(
                (name, content) -> jdbc.sql("insert into plan_edition_file (edition, name, content) values (?, ?, ?)")
                        .params(edition.number(), name, content)
                        .update());
    }

    /** Newest first. */
    List<PlanEdition> all() {
        return jdbc.sql("select * from plan_edition order by number desc")
                .query(EditionStore::read)
                .list();
    }

    Optional<PlanEdition> find(int number) {
        return jdbc.sql("select * from plan_edition where number = ?")
                .param(number)
                .query(EditionStore::read)
                .optional();
    }

    Optional<PlanEdition> running() {
        return jdbc.sql("select * from plan_edition where state = 'running'")
                .query(EditionStore::read)
                .optional();
    }

    /** What ran before it; what runs now for one that did not run yet. */
    Optional<PlanEdition> before(PlanEdition edition) {
        return jdbc.sql("select * from plan_edition where deployed_at is not null and number <> ?"
                        + " and (? is null or deployed_at < ? or (deployed_at = ? and number < ?))"
                        + " order by deployed_at desc, number desc limit 1")
                .params(Arrays.asList(
                        edition.number(),
                        Moments.columnOrNull(edition.deployedAt()),
                        Moments.columnOrNull(edition.deployedAt()),
                        Moments.columnOrNull(edition.deployedAt()),
                        edition.number()))
                .query(EditionStore::read)
                .optional();
    }

    Optional<PlanEdition> deployedAs(String deployment) {
        return jdbc.sql("select * from plan_edition where deployment = ?")
                .param(deployment)
                .query(EditionStore::read)
                .optional();
    }

    boolean knows(String digest) {
        return jdbc.sql("select count(*) from plan_edition where digest = ?")
                        .param(digest)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Approved editions whose moment has come, in the order in which they hold. */
    List<PlanEdition> due(Instant now) {
        return jdbc.sql("select * from plan_edition where state = 'approved' and effective_from <= ?"
                        + " order by effective_from, number")
                .param(Moments.column(now))
                .query(EditionStore::read)
                .list();
    }

    void judge(int number, State state, String by, Instant at, String judgement, @Nullable Instant effectiveFrom) {
        jdbc.sql("update plan_edition set state = ?, judged_by = ?, judged_at = ?, judgement = ?, effective_from = ?"
                        + " where number = ?")
                .params(Arrays.asList(
                        state.key(), by, Moments.column(at), judgement, Moments.columnOrNull(effectiveFrom), number))
                .update();
    }

    /** The edition runs from now; the one before no longer does. */
    void run(int number, String deployment, Instant at) {
        jdbc.sql("update plan_edition set state = 'former' where state = 'running'")
                .update();
        jdbc.sql("update plan_edition set state = 'running', deployment = ?, deployed_at = ? where number = ?")
                .params(deployment, Moments.column(at), number)
                .update();
    }

    Optional<byte[]> file(int number, String name) {
        return jdbc.sql("select content from plan_edition_file where edition = :number and name = :name")
                .param("number", number)
                .param("name", name)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    SortedMap<String, byte[]> files(int number) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        jdbc.sql("select name, content from plan_edition_file where edition = ?")
                .param(number)
                .query((row, index) -> files.put(row.getString("name"), row.getBytes("content")))
                .list();
        return files;
    }

    private static PlanEdition read(ResultSet row, int index) throws SQLException {
        int renewed = row.getInt("renewed_from");
        @Nullable Integer renewedFrom = row.wasNull() ? null : renewed;
        return new PlanEdition(
                row.getInt("number"),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                renewedFrom,
                row.getString("digest"),
                row.getString("note"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("uploaded_by"),
                Moments.read(row, "uploaded_at"),
                row.getString("judged_by"),
                Moments.readOptional(row, "judged_at").orElse(null),
                row.getString("judgement"),
                Moments.readOptional(row, "effective_from").orElse(null),
                row.getString("deployment"),
                Moments.readOptional(row, "deployed_at").orElse(null));
    }
}
