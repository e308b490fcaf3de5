package dev.noroshi.plan;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.TextRules;
import dev.noroshi.workflow.CaseMoves;
import dev.noroshi.workflow.CaseMoves.Obstacle;
import dev.noroshi.workflow.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Open cases and the edition they run on: each stays on its own until CSIRT's lead or the chief moves it. */
@Service
public class PlanMoves {

    /** A preview tries the move and undoes it; so many at once, the others page by page. */
    public static final int MOST = 50;

    /** So many cases are asked at once whether the caller may work on them. */
    private static final int STRIDE = 500;

    private final PlanEditions editions;
    private final CaseMoves moves;
    private final Processes processes;
    private final CaseAccess access;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PlanMoves(
            PlanEditions editions,
            CaseMoves moves,
            Processes processes,
            CaseAccess access,
            Journal journal,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.editions = editions;
        this.moves = moves;
        this.processes = processes;
        this.access = access;
        this.journal = journal;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A case that runs on another edition.
     *
     * @param edition the number of the edition that it runs on now
     * @param obstacles steps where it stands that the other edition does not have so; empty when it can move
     */
    public record Candidate(String incident, int edition, List<Obstacle> obstacles) {

        public Candidate {
            obstacles = List.copyOf(obstacles);
        }

        public boolean movable() {
            return obstacles.isEmpty();
        }
    }

    /**
     * Some of the cases that could move.
     *
     * @param total how many run on another edition, all pages together
     * @param next behind which number the next page begins; null at the end
     */
    public record Preview(
            List<Candidate> candidates, int total, @Nullable String next) {}

    /**
     * What would move to the edition and what stands in the way, of cases that the caller may work on, by number.
     *
     * @param only a case number; blank for all
     * @param after the number behind which the page begins; empty for the first page
     * @param size how many at most, 1 to {@value #MOST}
     */
    public Preview preview(int edition, String only, String after, int size) {
        requireMover();
        if (size < 1 || size > MOST) {
            throw new InvalidInput("size", "range", 1, MOST);
        }
        String deployment = deployed(edition);
        List<String> page = new ArrayList<>();
        int total = 0;
        List<String> numbers = moves.elsewhere(deployment, "", STRIDE);
        while (!numbers.isEmpty()) {
            Set<String> mine = access.working(Actors.current(), numbers);
            for (String number : numbers) {
                if (mine.contains(number) && (only.isBlank() || number.equals(only.strip()))) {
                    total++;
                    if (number.compareTo(after) > 0 && page.size() <= size) {
                        page.add(number);
                    }
                }
            }
            numbers = moves.elsewhere(deployment, numbers.get(numbers.size() - 1), STRIDE);
        }
        List<Candidate> candidates = page.stream()
                .limit(size)
                .map(incident -> new Candidate(incident, numberOf(incident), tried(incident, deployment)))
                .toList();
        return new Preview(candidates, total, page.size() > size ? page.get(size - 1) : null);
    }

    /**
     * Moves cases, each in a transaction of its own.
     *
     * @param reason required; stands in each timeline
     * @return those that could not move, with what stands in the way
     */
    public List<Candidate> move(int edition, List<String> incidents, String reason) {
        Actor mover = requireMover();
        if (TextRules.isBlank(reason)) {
            throw new InvalidInput("reason", "required");
        }
        TextRules.text("reason", reason, PlanEditions.LONGEST_NOTE).ifPresent(error -> {
            throw new InvalidInput(List.of(error));
        });
        if (incidents.isEmpty() || incidents.size() > MOST) {
            throw new InvalidInput("incidents", "range", 1, MOST);
        }
        String deployment = deployed(edition);
        incidents.forEach(incident -> access.requireWork(mover, incident));
        return incidents.stream()
                .distinct()
                .map(incident -> new Candidate(
                        incident, numberOf(incident), moved(incident, deployment, edition, reason.strip())))
                .filter(candidate -> !candidate.movable())
                .toList();
    }

    private List<Obstacle> tried(String incident, String deployment) {
        return Objects.requireNonNull(transaction.execute(status -> {
            processes.hold(incident);
            status.setRollbackOnly();
            return moves.move(incident, deployment);
        }));
    }

    private List<Obstacle> moved(String incident, String deployment, int edition, String reason) {
        int before = numberOf(incident);
        return Objects.requireNonNull(transaction.execute(status -> {
            processes.hold(incident);
            List<Obstacle> obstacles = moves.move(incident, deployment);
            if (!obstacles.isEmpty()) {
                status.setRollbackOnly();
                return obstacles;
            }
            journal.record("plan.case-moved", incident, before + " → " + edition + "：" + reason);
            events.publishEvent(new CaseMoved(incident, before, edition, reason));
            return obstacles;
        }));
    }

    private int numberOf(String incident) {
        return processes.editionOf(incident).flatMap(editions::numberOf).orElse(0);
    }

    private String deployed(int edition) {
        return Optional.ofNullable(editions.edition(edition).deployment())
                .orElseThrow(() -> new UnknownPart(String.valueOf(edition)));
    }

    private static Actor requireMover() {
        Actor actor = Actors.current();
        if (!actor.holdsAny(Roles.LEAD, Roles.CHIEF)) {
            throw new NotYours("plan.move");
        }
        return actor;
    }
}
