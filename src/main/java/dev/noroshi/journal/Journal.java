package dev.noroshi.journal;

import dev.noroshi.identity.AccountEvent;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who did and saw what: append-only, each entry with the hash of the one before it. */
@Service
public class Journal {

    private final JdbcClient database;
    private final Chain chain;
    private final Acts acts;
    private final CaseAccess access;
    private final Clock clock;

    Journal(JdbcClient database, Chain chain, Acts acts, CaseAccess access, Clock clock) {
        this.access = access;
        this.database = database;
        this.chain = chain;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Writes down an act of {@link dev.noroshi.identity.Actors#current()} in the same transaction, chained
     * just before it commits.
     *
     * @param act stable key, such as {@code incident.viewed} or {@code account.created}
     * @param subject the thing acted upon: a case number, an account name
     * @param detail in words, without personal data of residents
     */
    @Transactional
    public void record(String act, String subject, @Nullable String detail) {
        Actor actor = Actors.current();
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        acts.add(new Acts.Act(at, actor.account(), actor.name(), act, subject, detail == null ? "" : detail));
    }

    @EventListener
    void on(AccountEvent event) {
        record(event.act(), event.account(), null);
    }

    /** Reads the whole chain; for auditors and administrators. */
    @Transactional(readOnly = true)
    public Proof prove() {
        requireAny("journal.prove", Roles.AUDITOR, Roles.ADMIN);
        return chain.prove();
    }

    /**
     * Newest first; for auditors.
     *
     * @param subject a case number or an account; empty for all
     */
    @Transactional(readOnly = true)
    public Page<JournalEntry> entries(String subject, PageRequest page) {
        requireAny("journal.read", Roles.AUDITOR);
        String where = subject.isEmpty() ? " where ? = ''" : " where subject = ?";
        long total = database.sql("select count(*) from journal_entry" + where)
                .param(subject)
                .query(Long.class)
                .single();
        List<JournalEntry> entries = database.sql("select id, recorded_at, account, account_name, act, subject, detail"
                        + " from journal_entry" + where + " order by id desc limit ? offset ?")
                .params(subject, page.size(), page.offset())
                .query((row, index) -> read(row))
                .list();
        return new Page<>(withoutKept(entries), total, page.page(), page.size());
    }

    /** Of a case that is kept from the reader it is told who did what when, not what was said. */
    private List<JournalEntry> withoutKept(List<JournalEntry> entries) {
        Set<String> cases = entries.stream().map(Journal::caseOf).collect(Collectors.toSet());
        Set<String> kept = access.keptFrom(Actors.current(), cases);
        return entries.stream()
                .map(entry -> kept.contains(caseOf(entry)) ? entry.withoutDetail() : entry)
                .toList();
    }

    /** The case of a call or an external report, otherwise what the entry is about. */
    private static String caseOf(JournalEntry entry) {
        return entry.subject().replaceFirst("-[CR]\\d+$", "");
    }

    private static JournalEntry read(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("id"),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("account"),
                row.getString("account_name"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"));
    }

    private static void requireAny(String act, String... anyOf) {
        if (!Actors.current().holdsAny(anyOf)) {
            throw new NotYours(act);
        }
    }
}
