package dev.noroshi.plan;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.workflow.Comparison;
import dev.noroshi.workflow.Difference;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where Noroshi and its engine contradict each other, such as a case that is open here and ended there. Compared every
 * night, and when an operator asks; seen by those who see stuck steps, without anything of a case but its number.
 */
@Service
public class Contradictions {

    /** So many are kept; beyond that the number alone is told. */
    static final int MOST = 1_000;

    private final Comparison comparison;
    private final ContradictionStore store;
    private final PlanWords words;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Contradictions(
            Comparison comparison,
            ContradictionStore store,
            PlanWords words,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.comparison = comparison;
        this.store = store;
        this.words = words;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What the last comparison found.
     *
     * @param at null before the first
     * @param by who asked for it; null before the first
     * @param found how many in all; {@code page} holds at most {@value #MOST} of them
     */
    public record Result(@Nullable Instant at, @Nullable String by, int found, Page<Contradiction> page) {}

    /** The longest known first. */
    public Result last(PageRequest page) {
        require("plan.stuck", Roles.ADMIN, Roles.LEAD, Roles.CHIEF);
        return result(page);
    }

    /** Compares now; takes as long as a look at everything that is open. */
    public Result compare() {
        require("plan.compare", Roles.ADMIN, Roles.LEAD);
        find();
        return result(new PageRequest(0, PageRequest.LARGEST));
    }

    /** For whoever acts now: an operator, or the night. */
    void find() {
        Instant at = clock.instant();
        List<Difference> found = comparison.find();
        transaction.executeWithoutResult(status -> {
            store.keep(
                    found.stream().limit(MOST).toList(),
                    found.size(),
                    at,
                    Actors.current().name());
            journal.record("plan.compared", "plan", String.valueOf(found.size()));
        });
    }

    private Result result(PageRequest asked) {
        List<Contradiction> items = store.list(asked).stream().map(this::named).toList();
        return store.last()
                .map(last -> new Result(
                        last.at(),
                        last.by(),
                        last.found(),
                        new Page<>(items, Math.min(last.found(), MOST), asked.page(), asked.size())))
                .orElseGet(() -> new Result(null, null, 0, new Page<>(items, 0, asked.page(), asked.size())));
    }

    private Contradiction named(Contradiction it) {
        return new Contradiction(
                it.kind(),
                it.subject(),
                it.key(),
                it.incident(),
                it.process(),
                it.element(),
                words.of(it.element(), it.name()),
                it.since());
    }

    private static void require(String act, String... roles) {
        Actor actor = Actors.current();
        if (!actor.holdsAny(roles)) {
            throw new NotYours(act);
        }
    }
}
