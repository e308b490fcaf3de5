package dev.noroshi.roster;

import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.OpenThings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The confirmation of the present period, until somebody gives it; those of earlier periods are over. */
@Component
class OpenConfirmations implements OpenThings {

    private final ConfirmationStore store;

    OpenConfirmations(ConfirmationStore store) {
        this.store = store;
    }

    @Override
    public Kind kind() {
        return Kind.ROSTER;
    }

    @Override
    public List<Thing> after(String key, int limit) {
        return store.last(1).stream()
                .map(this::thing)
                .filter(it -> it.open() && it.key().compareTo(key) > 0)
                .toList();
    }

    @Override
    public Map<String, Thing> of(Collection<String> keys) {
        return keys.stream()
                .flatMap(key -> BusinessKey.periodIn(key).stream())
                .flatMap(begins -> store.of(begins).stream())
                .map(this::thing)
                .collect(Collectors.toMap(Thing::key, it -> it));
    }

    private Thing thing(RosterConfirmation asked) {
        return new Thing(asked.key(), BusinessKey.ROSTER, store.awaits(asked), null, null);
    }
}
