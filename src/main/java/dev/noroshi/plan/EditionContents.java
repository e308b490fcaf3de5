package dev.noroshi.plan;

import dev.noroshi.plan.check.PlanContents;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What stands in an edition, for people who read it. The files of one never change, so it is read once. */
@Service
public class EditionContents {

    private static final int KEPT = 10;

    private final PlanEditions editions;
    private final EditionStore store;
    private final EditionChecks checks;
    private final Map<Integer, PlanContents> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PlanContents> eldest) {
            return size() > KEPT;
        }
    });

    EditionContents(PlanEditions editions, EditionStore store, EditionChecks checks) {
        this.editions = editions;
        this.store = store;
        this.checks = checks;
    }

    /** @throws UnknownPart when there is no such edition */
    public PlanContents of(int number) {
        editions.edition(number);
        return known.computeIfAbsent(number, it -> PlanContents.of(editions.files(it)));
    }

    /** One of its files alone; empty where it has none of that name. */
    public Optional<byte[]> file(int number, String name) {
        editions.edition(number);
        return store.file(number, name);
    }

    /** Whether the check finds no error in that file. */
    public boolean isSound(int number, String file) {
        return checks.isSound(editions.edition(number), file, () -> store.files(number));
    }

    /** @throws UnknownPart when there is no such edition */
    public Coverage coverage(int number) {
        return Coverage.of(of(number));
    }
}
