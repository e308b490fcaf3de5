package dev.noroshi.plan;

import dev.noroshi.plan.check.PlanContents;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What stands in an edition, for people who read it. The files of one never change, so it is read once. */
@Service
public class EditionContents {

    private static final int KEPT = 10;

    private final PlanEditions editions;
    private final Map<Integer, PlanContents> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PlanContents> eldest) {
            return size() > KEPT;
        }
    });

    EditionContents(PlanEditions editions) {
        this.editions = editions;
    }

    /** @throws UnknownPart when there is no such edition */
    public PlanContents of(int number) {
        editions.edition(number);
        return known.computeIfAbsent(number, it -> PlanContents.of(editions.files(it)));
    }

    /** @throws UnknownPart when there is no such edition */
    public Coverage coverage(int number) {
        return Coverage.of(of(number));
    }
}
