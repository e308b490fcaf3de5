package dev.noroshi.plan;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.plan.PlanEdition.Origin;
import dev.noroshi.plan.PlanEdition.State;
import dev.noroshi.plan.check.Change;
import dev.noroshi.plan.check.Finding;
import dev.noroshi.plan.check.PlanDifference;
import dev.noroshi.plan.check.PlanFiles;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Editions of the plan: uploaded by a plan's author, checked, approved by a second person (CISO or 統括情報セキュリティ責任者), and
 * from their day on what new cases run on. Open cases stay on theirs. Reading needs a role of the plan.
 */
@Service
@Transactional
public class PlanEditions {

    static final int LONGEST_NOTE = 2_000;

    private final EditionStore store;
    private final EditionChecks checks;
    private final EditionLetters letters;
    private final DueEditions due;
    private final Journal journal;
    private final Clock clock;

    PlanEditions(
            EditionStore store,
            EditionChecks checks,
            EditionLetters letters,
            DueEditions due,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.letters = letters;
        this.due = due;
        this.journal = journal;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<PlanEdition> list() {
        requireReader();
        return store.all();
    }

    /** @throws UnknownPart when there is no such edition */
    @Transactional(readOnly = true)
    public PlanEdition edition(int number) {
        requireReader();
        return store.find(number).orElseThrow(() -> new UnknownPart(String.valueOf(number)));
    }

    /** The edition that new cases get. */
    @Transactional(readOnly = true)
    public PlanEdition running() {
        return store.running().orElseThrow(() -> new IllegalStateException("no edition runs"));
    }

    /** The number of the edition that the engine has under an id; empty for an id that it does not have. */
    @Transactional(readOnly = true)
    public Optional<Integer> numberOf(String deployment) {
        return store.deployedAs(deployment).map(PlanEdition::number);
    }

    /** Its files, by name. */
    @Transactional(readOnly = true)
    public SortedMap<String, byte[]> files(int number) {
        edition(number);
        return store.files(number);
    }

    /** What is wrong with it as of today, errors first; empty for an edition that may run. */
    @Transactional(readOnly = true)
    public List<Finding> findings(int number) {
        return checks.findings(edition(number), store.files(number));
    }

    /** Calls that would reach nobody under a draft, or an approved edition that does not run yet, and do now; in sentences. */
    @Transactional(readOnly = true)
    public List<String> unreached(int number, Locale reader) {
        PlanEdition edition = edition(number);
        return isOpen(edition) ? checks.unreached(edition, store.files(number), reader) : List.of();
    }

    /** What an edition does otherwise than the edition of the number that it is compared with. */
    public record Difference(int comparedWith, List<Change> changes) {}

    /** To the running edition; the running one and those before to the edition that ran before them. */
    @Transactional(readOnly = true)
    public Difference difference(int number) {
        PlanEdition edition = edition(number);
        int other = store.before(edition).map(PlanEdition::number).orElse(number);
        List<Change> changes =
                PlanDifference.between(PlanFiles.of(store.files(other)), PlanFiles.of(store.files(number)));
        return new Difference(other, changes);
    }

    /** Whether the person acting may decide about it now. */
    @Transactional(readOnly = true)
    public boolean mayJudge(PlanEdition edition) {
        Actor actor = Actors.current();
        return edition.state() == State.DRAFT
                && actor.holdsAny(Roles.CISO, Roles.CHIEF)
                && !actor.account().equals(edition.uploadedBy());
    }

    /** Whether the person acting may take it back now. */
    @Transactional(readOnly = true)
    public boolean mayWithdraw(PlanEdition edition) {
        return isOpen(edition) && Actors.current().account().equals(edition.uploadedBy());
    }

    private static boolean isOpen(PlanEdition edition) {
        return edition.state() == State.DRAFT || edition.state() == State.APPROVED;
    }

    /**
     * Takes in a revised plan as a draft, faulty or not: the author sees what is wrong with it.
     *
     * @param note why it was revised, for the record
     * @throws InvalidInput for no files, or files equal to those of the running edition
     */
    public PlanEdition upload(PlanFiles files, String note) {
        Actor author = requireAuthor();
        if (files.contents().isEmpty()) {
            throw new InvalidInput("files", files.refused().isEmpty() ? "required" : "plan-files");
        }
        return draft(author, files.contents(), null, note);
    }

    /** Brings an earlier edition back as a new draft, to be approved again. */
    public PlanEdition renew(int number, String note) {
        Actor author = requireAuthor();
        return draft(author, store.files(edition(number).number()), number, note);
    }

    private PlanEdition draft(
            Actor author, SortedMap<String, byte[]> files, @Nullable Integer renewedFrom, String note) {
        store.hold();
        String digest = Digests.of(files);
        if (running().digest().equals(digest)) {
            throw new InvalidInput("files", "plan-unchanged");
        }
        PlanEdition edition = new PlanEdition(
                store.nextNumber(),
                renewedFrom == null ? Origin.UPLOADED : Origin.RENEWED,
                renewedFrom,
                digest,
                checkedNote(note, false),
                State.DRAFT,
                author.account(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null);
        store.insert(edition, files);
        journal.record("plan.uploaded", subject(edition.number()), edition.note());
        if (checks.mayRun(edition, files)) {
            letters.askApproval(edition, author);
        }
        return edition;
    }

    /**
     * Approves a draft; new cases run on it from the day named, or at once.
     *
     * @param from a day in Asia/Tokyo, its first moment; null or a day gone by for at once
     * @param note required where a duty of the policy is left out, or a call would reach nobody
     * @throws FaultyPlan while the check finds an error
     */
    public PlanEdition approve(int number, @Nullable LocalDate from, String note) {
        PlanEdition edition = judged(number);
        List<Finding> findings = checks.findings(edition, store.files(number));
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new FaultyPlan(findings);
        }
        String reason = checkedNote(note, checks.needReason(edition, findings, store.files(number)));
        Instant now = clock.instant();
        Instant asked =
                from == null ? now : from.atStartOfDay(BusinessCalendar.TOKYO).toInstant();
        Instant effective = asked.isBefore(now) ? now : asked;
        store.judge(number, State.APPROVED, Actors.current().account(), now, reason, effective);
        journal.record("plan.approved", subject(number), reason);
        letters.tellAuthor(edition, "plan-approved", reason);
        runDue();
        return edition(number);
    }

    /** @param note why; required */
    public PlanEdition reject(int number, String note) {
        PlanEdition edition = judged(number);
        String reason = checkedNote(note, true);
        store.judge(number, State.REJECTED, Actors.current().account(), clock.instant(), reason, null);
        journal.record("plan.rejected", subject(number), reason);
        letters.tellAuthor(edition, "plan-rejected", reason);
        return edition(number);
    }

    /** The author takes a draft, or an approved edition that does not hold yet, back. */
    public PlanEdition withdraw(int number) {
        store.hold();
        PlanEdition edition = edition(number);
        if (!Actors.current().account().equals(edition.uploadedBy())) {
            throw new NotYours("plan.withdraw");
        }
        if (!isOpen(edition)) {
            throw new EditionOver(number);
        }
        store.judge(number, State.WITHDRAWN, edition.uploadedBy(), clock.instant(), "", null);
        journal.record("plan.withdrawn", subject(number), null);
        return edition(number);
    }

    /** Deploys what was approved and whose moment has come; cheap when there is nothing. */
    public void runDue() {
        if (!store.due(clock.instant()).isEmpty()) {
            store.hold();
            due.run();
        }
    }

    private PlanEdition judged(int number) {
        store.hold();
        PlanEdition edition = edition(number);
        Actor actor = Actors.current();
        if (!actor.holdsAny(Roles.CISO, Roles.CHIEF)) {
            throw new NotYours("plan.approve");
        }
        if (actor.account().equals(edition.uploadedBy())) {
            throw new SameAuthor(number);
        }
        if (edition.state() != State.DRAFT) {
            throw new EditionOver(number);
        }
        return edition;
    }

    private static String checkedNote(String note, boolean required) {
        if (required && TextRules.isBlank(note)) {
            throw new InvalidInput("note", "required");
        }
        TextRules.text("note", note, LONGEST_NOTE).ifPresent(error -> {
            throw new InvalidInput(List.of(error));
        });
        return note.strip();
    }

    private static Actor requireAuthor() {
        Actor actor = Actors.current();
        if (!actor.holds(Roles.PLAN_AUTHOR)) {
            throw new NotYours("plan.upload");
        }
        return actor;
    }

    /** @throws NotYours for whoever holds no role */
    public void requireReader() {
        Actor actor = Actors.current();
        if (!actor.isSystem() && Roles.ALL.stream().noneMatch(actor::holds)) {
            throw new NotYours("plan.read");
        }
    }

    private static String subject(int number) {
        return "plan/" + number;
    }
}
