package dev.noroshi.mail;

import dev.noroshi.calendar.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who was told of which cases when, and which letters wait to leave in a list. */
@Repository
class StormStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StormStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps what a list would say of the letter with that key. */
    void describe(String key, ListLine line) {
        jdbc.sql("update mail_out set level = :level, line = :line where letter_key = :key and line is null")
                .param("level", line.level())
                .param("line", json.writeValueAsString(line))
                .param("key", key)
                .update();
    }

    void told(String address, String incident, int level, Instant at) {
        jdbc.sql("insert into mail_told (address, incident, level, at) values (:address, :incident, :level, :at)"
                        + " on duplicate key update at = :at, level = greatest(level, :level)")
                .param("address", address)
                .param("incident", incident)
                .param("level", level)
                .param("at", Moments.column(at))
                .update();
    }

    /** Of how many cases the person is told since then; no more than {@code most} are counted. */
    int cases(String address, Instant since, int most) {
        return jdbc.sql("select count(*) from (select 1 from mail_told where address = :address and at > :since"
                        + " limit " + most + ") told")
                .param("address", address)
                .param("since", Moments.column(since))
                .query(Integer.class)
                .single();
    }

    /** The highest level of the cases that letters of their own told of since then; 0 for none. */
    int levelTold(String address, Instant since) {
        return jdbc.sql("select coalesce(max(t.level), 0) from mail_told t where t.address = :address and t.at > :since"
                        + " and t.incident not in (select o.incident from mail_out o"
                        + " where o.state = 'gathered' and o.recipients = :address)")
                .param("address", address)
                .param("since", Moments.column(since))
                .query(Integer.class)
                .single();
    }

    boolean isListable(long id) {
        return jdbc.sql("select line is not null from mail_out where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether a letter that a list could hold has not left since then. */
    boolean isSomethingLate(Instant since) {
        return jdbc.sql("select exists (select 1 from mail_out"
                        + " where state = 'queued' and line is not null and queued_at <= :since)")
                .param("since", Moments.column(since))
                .query(Boolean.class)
                .single();
    }

    /** A letter that has not left, and that a list could hold. */
    record Late(long id, String incident, List<String> to, Instant queuedAt) {}

    /** All of them, locked until the transaction ends but for those that another node sends now. */
    List<Late> late() {
        return jdbc.sql("select id, incident, recipients, queued_at from mail_out"
                        + " where state = 'queued' and line is not null for update skip locked")
                .query((row, n) -> new Late(
                        row.getLong("id"),
                        row.getString("incident"),
                        List.of(row.getString("recipients").split(",")),
                        Moments.read(row, "queued_at")))
                .list();
    }

    /**
     * The letter waits for these addressees, each alone; for the others it leaves as it is.
     *
     * @param since when it begins to wait for others
     */
    void gather(long letter, List<String> to, List<String> stormed, Instant since) {
        List<String> calm =
                to.stream().filter(address -> !stormed.contains(address)).toList();
        for (int n = calm.isEmpty() ? 1 : 0; n < stormed.size(); n++) {
            jdbc.sql("""
                            insert into mail_out (letter_key, incident, recipients, subject, body, message_id, token, drill,
                                priority, state, attempts, queued_at, next_at, level, line, gathered_at)
                            select concat(letter_key, '/', :n), incident, :to, subject, body,
                                concat('<', :n, '.', substring(message_id, 2)), token, drill,
                                priority, 'gathered', 0, queued_at, next_at, level, line, :now
                            from mail_out where id = :id
                            """)
                    .param("n", n)
                    .param("to", stormed.get(n))
                    .param("now", Moments.column(since))
                    .param("id", letter)
                    .update();
        }
        jdbc.sql("update mail_out set recipients = :to, state = :state, gathered_at = :at where id = :id")
                .param("to", calm.isEmpty() ? stormed.get(0) : String.join(",", calm))
                .param("state", calm.isEmpty() ? "gathered" : "queued")
                .param("at", calm.isEmpty() ? Moments.column(since) : null)
                .param("id", letter)
                .update();
    }

    /** Letters that wait for one person. */
    record Waiting(String address, boolean drill, Instant since, int level) {}

    List<Waiting> waiting() {
        return jdbc.sql("select recipients, drill, min(gathered_at) since, max(level) level from mail_out"
                        + " where state = 'gathered' group by recipients, drill")
                .query((row, n) -> new Waiting(
                        row.getString("recipients"),
                        row.getBoolean("drill"),
                        Moments.read(row, "since"),
                        row.getInt("level")))
                .list();
    }

    /** Since when a letter above that level waits. */
    Optional<Instant> graverSince(Waiting whose, int level) {
        return jdbc.sql("select min(gathered_at) since from mail_out where state = 'gathered'"
                        + " and recipients = :address and drill = :drill and level > :level"
                        + " having min(gathered_at) is not null")
                .param("address", whose.address())
                .param("drill", whose.drill())
                .param("level", level)
                .query((row, n) -> Moments.read(row, "since"))
                .optional();
    }

    /** The newest list to a person, and the highest level told by lists so far. */
    record Told(@Nullable Instant at, int level) {}

    /** Locked until the transaction ends: one list to a person is written at a time. */
    Told lock(Waiting whose) {
        jdbc.sql("insert ignore into mail_storm (address, drill) values (:address, :drill)")
                .param("address", whose.address())
                .param("drill", whose.drill())
                .update();
        return told(whose, " for update").orElseThrow();
    }

    Told told(Waiting whose) {
        return told(whose, "").orElseGet(() -> new Told(null, 0));
    }

    private Optional<Told> told(Waiting whose, String locked) {
        return jdbc.sql("select list_at, level from mail_storm where address = :address and drill = :drill" + locked)
                .param("address", whose.address())
                .param("drill", whose.drill())
                .query((row, n) -> new Told(Moments.readOptional(row, "list_at").orElse(null), row.getInt("level")))
                .optional();
    }

    /** A letter that stands in a list. */
    record Member(long id, String incident, @Nullable String token, ListLine line) {}

    List<Member> gathered(String address, boolean drill, int most) {
        return members(jdbc.sql("select id, incident, token, line from mail_out where state = 'gathered'"
                        + " and recipients = :address and drill = :drill order by level desc, id limit " + most)
                .param("address", address)
                .param("drill", drill));
    }

    List<Member> listed(long list) {
        return members(
                jdbc.sql("select id, incident, token, line from mail_out where list_id = :list order by incident")
                        .param("list", list));
    }

    private List<Member> members(JdbcClient.StatementSpec query) {
        return query.query((row, n) -> new Member(
                        row.getLong("id"),
                        row.getString("incident"),
                        row.getString("token"),
                        json.readValue(row.getString("line"), ListLine.class)))
                .list();
    }

    /** The letters leave in the list with that key, which stands in the outbox. */
    void leave(String listKey, List<Member> members, StormStore.Waiting whose, Instant now) {
        long list = jdbc.sql("select id from mail_out where letter_key = :key")
                .param("key", listKey)
                .query(Long.class)
                .single();
        jdbc.sql("update mail_out set listing = true where id = :list")
                .param("list", list)
                .update();
        jdbc.sql("update mail_out set state = 'listed', list_id = :list where id in (:ids)")
                .param("list", list)
                .param("ids", members.stream().map(Member::id).toList())
                .update();
        told(whose, now);
    }

    /** The only letter that waited for a person leaves by itself. */
    void release(Member letter, String body, Waiting whose, Instant now) {
        jdbc.sql(
                        "update mail_out set state = 'queued', body = :body, line = null, gathered_at = null, queued_at = :now,"
                                + " next_at = :now where id = :id")
                .param("body", body)
                .param("now", Moments.column(now))
                .param("id", letter.id())
                .update();
        told(whose, now);
    }

    String body(Member letter) {
        return jdbc.sql("select body from mail_out where id = :id")
                .param("id", letter.id())
                .query(String.class)
                .single();
    }

    private void told(Waiting whose, Instant now) {
        jdbc.sql("update mail_storm set list_at = :now, level = :level where address = :address and drill = :drill")
                .param("now", Moments.column(now))
                .param("level", whose.level())
                .param("address", whose.address())
                .param("drill", whose.drill())
                .update();
    }

    /** The list has left, and with it what stands in it. */
    void sent(long list, Instant now) {
        jdbc.sql("update mail_out set sent_at = :now where list_id = :list")
                .param("now", Moments.column(now))
                .param("list", list)
                .update();
    }

    Optional<Long> listOf(String token) {
        return jdbc.sql("select id from mail_out where token = :token and listing")
                .param("token", token)
                .query(Long.class)
                .optional();
    }
}
