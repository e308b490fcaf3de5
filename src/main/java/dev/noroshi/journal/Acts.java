package dev.noroshi.journal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Chains the acts of a transaction just before it commits, so that writers wait for each other only then, and nobody who
 * holds the head of the chain waits for anything else.
 */
@Component
class Acts {

    /** An act not yet chained. */
    record Act(LocalDateTime at, String account, String name, String act, String subject, String detail) {}

    private final JdbcClient database;

    Acts(JdbcClient database) {
        this.database = database;
    }

    void add(Act act) {
        @Nullable Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
        if (waiting == null) {
            waiting = new Waiting();
            TransactionSynchronizationManager.bindResource(this, waiting);
            TransactionSynchronizationManager.registerSynchronization(waiting);
        }
        waiting.add(act);
    }

    private void chain(List<Act> acts) {
        Chain.Head head = database.sql("select last_id, last_hash from journal_head where only_row = 1 for update")
                .query(Chain.Head.class)
                .single();
        for (Act act : acts) {
            head = append(act, head);
        }
        database.sql("update journal_head set last_id = ?, last_hash = ? where only_row = 1")
                .params(head.lastId(), head.lastHash())
                .update();
    }

    private Chain.Head append(Act act, Chain.Head head) {
        long id = head.lastId() + 1;
        String hash = Chain.hash(
                head.lastHash(), id, act.at(), act.account(), act.name(), act.act(), act.subject(), act.detail());
        database.sql("insert into journal_entry (id, recorded_at, account, account_name, act, subject, detail,"
                        + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        act.at(),
                        act.account(),
                        act.name(),
                        act.act(),
                        act.subject(),
                        act.detail(),
                        head.lastHash(),
                        hash)
                .update();
        return new Chain.Head(id, hash);
    }

    /** The acts of one transaction. */
    private final class Waiting implements TransactionSynchronization {

        private final List<Act> acts = new ArrayList<>();
        private boolean chained;

        void add(Act act) {
            if (chained) {
                chain(List.of(act));
            } else {
                acts.add(act);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            chained = true;
            chain(acts);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Acts.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Acts.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Acts.this);
        }
    }
}
