package dev.noroshi.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that there is a plan from the start, and that an approved one holds from its moment. */
@Component
class EditionClock implements SmartInitializingSingleton {

    private final ShippedPlan shipped;
    private final PlanEditions editions;

    EditionClock(ShippedPlan shipped, PlanEditions editions) {
        this.shipped = shipped;
        this.editions = editions;
    }

    /** Before the first request: the plan that ships with the product, checked like every other. */
    @Override
    public void afterSingletonsInstantiated() {
        shipped.offer(files());
        editions.runDue();
    }

    @Scheduled(fixedDelayString = "PT5S")
    void tick() {
        editions.runDue();
    }

    private static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.*mn")) {
                files.put(Objects.requireNonNull(model.getFilename()), model.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
