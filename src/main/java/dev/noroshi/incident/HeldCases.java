package dev.noroshi.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The cases that the present transaction holds, as it last read them. Nobody else can change a held case, so that one step
 * of the plan, which many packages hear of, need not read its case again for each of them.
 */
final class HeldCases extends ResourceHolderSupport {

    private final Map<String, Incident> cases = new HashMap<>();

    private HeldCases() {}

    /** Empty unless this transaction holds the case and has changed nothing since it was read. */
    static Optional<Incident> find(String number) {
        @Nullable HeldCases held = (HeldCases) TransactionSynchronizationManager.getResource(HeldCases.class);
        return held == null ? Optional.empty() : Optional.ofNullable(held.cases.get(number));
    }

    /** Remembers a case that was read under its lock; nothing is remembered outside a transaction. */
    static void keep(Incident incident) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        @Nullable HeldCases held = (HeldCases) TransactionSynchronizationManager.getResource(HeldCases.class);
        if (held == null) {
            held = new HeldCases();
            TransactionSynchronizationManager.bindResource(HeldCases.class, held);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(held, HeldCases.class) {});
        }
        held.cases.put(incident.number(), incident);
    }

    /** The case was changed by this transaction. */
    static void forget(String number) {
        @Nullable HeldCases held = (HeldCases) TransactionSynchronizationManager.getResource(HeldCases.class);
        if (held != null) {
            held.cases.remove(number);
        }
    }
}
