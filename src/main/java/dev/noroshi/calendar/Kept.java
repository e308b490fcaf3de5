package dev.noroshi.calendar;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a small table holds, kept until it is forgotten. Whoever changes the table reads the change at once, everybody else when
 * it is committed: what a preview tries and takes back is seen by nobody.
 */
final class Kept<T> {

    private final Supplier<T> read;
    private volatile @Nullable T known;

    Kept(Supplier<T> read) {
        this.read = read;
    }

    T now() {
        Own own = own();
        if (own != null) {
            return own.value;
        }
        T now = known;
        if (now == null) {
            now = read.get();
            known = now;
        }
        return now;
    }

    void forget() {
        known = null;
    }

    /** The present transaction has changed the table. */
    void changed() {
        Own own = own();
        if (own == null) {
            Own first = new Own(read.get());
            TransactionSynchronizationManager.bindResource(this, first);
            TransactionSynchronizationManager.registerSynchronization(first);
        } else {
            own.value = read.get();
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Own own() {
        return (Own) TransactionSynchronizationManager.getResource(this);
    }

    /** The table as the transaction that changed it sees it. */
    private final class Own implements TransactionSynchronization {

        private T value;

        Own(T value) {
            this.value = value;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Kept.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Kept.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Kept.this);
            forget();
        }
    }
}
