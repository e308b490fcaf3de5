package dev.noroshi.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a store has read in the present transaction: one step of the plan, of which many packages hear, need not read the same
 * row again for each of them. Whoever writes says so by {@link #forget()}, whoever waited for a lock by
 * {@link #forgetAll()}. Outside a transaction nothing is remembered.
 *
 * @param <K> what a row is asked for by
 * @param <V> what was read
 */
public final class ReadOnce<K, V> {

    /** @return what this transaction read for the key, else what {@code read} reads now */
    public V of(K key, Function<? super K, ? extends V> read) {
        Optional<V> known = remembered(key);
        if (known.isPresent()) {
            return known.get();
        }
        V now = read.apply(key);
        remember(key, now);
        return now;
    }

    /** Empty when this transaction has not read it, or has changed something since. */
    public Optional<V> remembered(K key) {
        @Nullable Read read = read();
        return read == null
                ? Optional.empty()
                : Optional.ofNullable(read.<K, V>of(this).get(key));
    }

    /** Keeps what was read until the transaction ends. */
    public void remember(K key, V value) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        @Nullable Read read = read();
        if (read == null) {
            read = new Read();
            TransactionSynchronizationManager.bindResource(ReadOnce.class, read);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(read, ReadOnce.class) {});
        }
        read.<K, V>of(this).put(key, value);
    }

    /** This transaction writes: what it reads next is read anew. */
    public void forget() {
        @Nullable Read read = read();
        if (read != null) {
            read.of(this).clear();
        }
    }

    /** This transaction has waited for another one: whatever it read before may have changed. */
    public static void forgetAll() {
        @Nullable Read read = read();
        if (read != null) {
            read.stores.clear();
        }
    }

    private static @Nullable Read read() {
        return (Read) TransactionSynchronizationManager.getResource(ReadOnce.class);
    }

    private static final class Read extends ResourceHolderSupport {

        private final Map<ReadOnce<?, ?>, Map<?, ?>> stores = new HashMap<>();

        @SuppressWarnings("unchecked")
        <K, V> Map<K, V> of(ReadOnce<?, ?> store) {
            return (Map<K, V>) stores.computeIfAbsent(store, it -> new HashMap<>());
        }
    }
}
