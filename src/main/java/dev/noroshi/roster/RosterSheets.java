package dev.noroshi.roster;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.IfMatch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The roster as a file: written for a spreadsheet, and taken back all or nothing. Nobody and no role ends because a file
 * does not speak of them; an end is a last day in the file.
 */
@Service
@Transactional
public class RosterSheets {

    /** Bytes of a file. */
    public static final int LARGEST = SheetReader.LARGEST;

    private final SheetRoster roster;
    private final SheetWords words;
    private final Cautious cautious;
    private final RosterLock lock;
    private final Roster readers;
    private final Journal journal;
    private final Clock clock;

    RosterSheets(
            SheetRoster roster,
            SheetWords words,
            Cautious cautious,
            RosterLock lock,
            Roster readers,
            Journal journal,
            Clock clock) {
        this.roster = roster;
        this.words = words;
        this.cautious = cautious;
        this.lock = lock;
        this.readers = readers;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Everybody with all posts, roles and further contacts, all sections with their days, absences that are not over, and on-call
     * turns, as CSV: UTF-8 with a byte order mark, CRLF.
     *
     * @throws NotYours for plain staff
     */
    public byte[] export(Locale reader) {
        if (!readers.seesContacts(Actors.current())) {
            throw new NotYours("roster.export");
        }
        journal.record("roster.exported", "roster", null);
        return SheetFile.written(roster.lines(reader, clock.instant()));
    }

    /** Another after every change of what a file speaks of. */
    @Transactional(readOnly = true)
    public String version() {
        return roster.version();
    }

    /**
     * What a file would change. Nothing is changed.
     *
     * @throws NotYours for everybody but administrators
     */
    public SheetPreview preview(byte[] file) {
        requireAdmin();
        lock.take();
        String version = roster.version();
        SheetFile read = SheetFile.read(file, words::columnNamed);
        SheetPlan plan = compared(read);
        List<String> holes = new ArrayList<>();
        if (plan.errors().isEmpty()) {
            try {
                cautious.change(false, () -> roster.write(plan));
            } catch (NewHoles opened) {
                holes.addAll(opened.holes());
            }
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return seen(version, read, plan, holes);
    }

    /**
     * Takes a file, all of it or nothing.
     *
     * @param from the preview's version, or any: then the file is taken whatever the roster is by now
     * @param consent whether to go on when some call then reaches nobody
     * @return what it changed
     * @throws RosterMoved when the roster is no longer that of the preview
     * @throws SheetRefused when the file has errors
     * @throws NewHoles without consent
     */
    public SheetPreview take(byte[] file, IfMatch from, boolean consent) {
        requireAdmin();
        lock.take();
        if (!from.admits(roster.version())) {
            throw new RosterMoved();
        }
        SheetFile read = SheetFile.read(file, words::columnNamed);
        SheetPlan plan = compared(read);
        if (!plan.errors().isEmpty()) {
            throw new SheetRefused(SheetError.few(plan.errors()));
        }
        cautious.change(consent, () -> roster.write(plan));
        plan.changes().forEach(this::note);
        journal.record(
                "roster.imported", "roster", Integer.toString(plan.changes().size()));
        return seen(roster.version(), read, plan, List.of());
    }

    private SheetPlan compared(SheetFile file) {
        SheetPlan plan = roster.plan(clock.instant(), file.errors());
        if (file.errors().isEmpty()) {
            plan.read(SheetKind.sorted(file.rows(), words, file.errors()));
        }
        return plan;
    }

    private static SheetPreview seen(String version, SheetFile file, SheetPlan plan, List<String> holes) {
        return new SheetPreview(
                version,
                plan.changes(),
                file.rows().size() - plan.touched(),
                plan.untouched(),
                SheetError.few(plan.errors()),
                holes);
    }

    private void note(SheetChange change) {
        StringBuilder detail = new StringBuilder();
        if (change.role() != null) {
            detail.append(change.role());
        }
        change.values()
                .forEach(it -> detail.append(detail.isEmpty() ? "" : "; ")
                        .append(it.column())
                        .append(": ")
                        .append(it.before() == null ? "" : it.before())
                        .append(" → ")
                        .append(it.after() == null ? "" : it.after()));
        String role = change.role();
        journal.record(
                "roster." + change.kind(),
                change.subject().isEmpty() && role != null ? role : change.subject(),
                detail.toString());
    }

    /** @throws NotYours for everybody but administrators */
    public void requireAdmin() {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holds(Roles.ADMIN)) {
            throw new NotYours("roster.import");
        }
    }
}
