package dev.noroshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A row is read once in a transaction, and anew after a write, a wait for a lock, or in another transaction. */
class ReadOnceTests {

    private final TransactionTemplate transaction = new TransactionTemplate(new Nothing());
    private final AtomicInteger reads = new AtomicInteger();
    private final ReadOnce<String, Integer> rows = new ReadOnce<>();

    private int read() {
        return rows.of("key", key -> reads.incrementAndGet());
    }

    @Test
    void readsOnceInOneTransaction() {
        transaction.executeWithoutResult(status -> {
            assertThat(read()).isEqualTo(1);
            assertThat(read()).isEqualTo(1);
        });
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(2));
    }

    @Test
    void readsAnewWhatWasWritten() {
        transaction.executeWithoutResult(status -> {
            read();
            rows.forget();
            assertThat(read()).isEqualTo(2);
        });
    }

    @Test
    void readsEverythingAnewAfterWaitingForALock() {
        transaction.executeWithoutResult(status -> {
            read();
            new ReadOnce<String, Integer>().forget();
            assertThat(read()).as("another store's write").isEqualTo(1);
            ReadOnce.forgetAll();
            assertThat(read()).isEqualTo(2);
        });
    }

    @Test
    void remembersNothingOutsideATransaction() {
        read();
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void aTransactionOfItsOwnReadsForItself() {
        TransactionTemplate inner = new TransactionTemplate(transaction.getTransactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            read();
            inner.executeWithoutResult(own -> assertThat(read()).isEqualTo(2));
            assertThat(read()).as("the outer one's own again").isEqualTo(1);
        });
    }

    /** Transactions of nothing: what is asked here is only when they begin and end. */
    private static final class Nothing extends AbstractPlatformTransactionManager {

        private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected boolean isExistingTransaction(Object it) {
            return depth.get() > 0;
        }

        @Override
        protected void doBegin(Object it, TransactionDefinition definition) {
            depth.set(depth.get() + 1);
        }

        @Override
        protected Object doSuspend(Object it) {
            return it;
        }

        @Override
        protected void doResume(Object it, Object suspended) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            depth.set(depth.get() - 1);
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            depth.set(depth.get() - 1);
        }
    }
}
