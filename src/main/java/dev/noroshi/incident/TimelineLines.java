package dev.noroshi.incident;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the lines of a transaction to the timeline together, just before it commits: a step of the plan leaves several.
 * Whoever reads in the same transaction has them written first.
 */
@Component
class TimelineLines {

    /** A line not yet written; times in UTC. */
    record Line(
            String incident,
            LocalDateTime at,
            String actor,
            String actorName,
            String kind,
            String text,
            @Nullable String sayings,
            String source) {}

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    TimelineLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Line line) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(List.of(line));
            return;
        }
        Waiting waiting = waiting();
        if (waiting == null) {
            waiting = new Waiting();
            TransactionSynchronizationManager.bindResource(this, waiting);
            TransactionSynchronizationManager.registerSynchronization(new BeforeCommit(waiting));
        }
        waiting.lines.add(line);
        if (waiting.committing) {
            write();
        }
    }

    /** What this transaction has added so far. */
    void write() {
        Waiting waiting = waiting();
        if (waiting != null && !waiting.lines.isEmpty()) {
            write(waiting.lines);
            waiting.lines.clear();
        }
    }

    private void write(List<Line> lines) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Line line : lines) {
            Collections.addAll(
                    values,
                    line.incident(),
                    line.at(),
                    line.at(),
                    line.actor(),
                    line.actorName(),
                    line.kind(),
                    line.text(),
                    line.sayings(),
                    line.source());
        }
        jdbc.sql("insert into incident_entry (incident, happened_at, recorded_at, actor, actor_name, kind, text,"
                        + " sayings, source) values " + String.join(", ", Collections.nCopies(lines.size(), ROW)))
                .params(values)
                .update();
    }

    private @Nullable Waiting waiting() {
        return (Waiting) TransactionSynchronizationManager.getResource(this);
    }

    private static final class Waiting extends ResourceHolderSupport {

        private final List<Line> lines = new ArrayList<>();
        private boolean committing;
    }

    private final class BeforeCommit extends ResourceHolderSynchronization<Waiting, TimelineLines> {

        private final Waiting waiting;

        BeforeCommit(Waiting waiting) {
            super(waiting, TimelineLines.this);
            this.waiting = waiting;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            waiting.committing = true;
            write();
        }
    }
}
