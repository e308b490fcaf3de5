package dev.noroshi.plan.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.workflow.Processes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a case stands in its edition of the plan. */
@RestController
@RequestMapping("/api/v1")
class PlanApi {

    /** Where a case stands. */
    record Standing(@Nullable String edition, List<ElementView> elements) {}

    /** One element that the case has come to. */
    record ElementView(
            String process,
            String element,
            String name,
            String type,
            String key,
            String state,
            Instant since,
            @Nullable Instant until) {}

    private final Processes processes;
    private final PlanWords words;
    private final CaseAccess access;

    PlanApi(Processes processes, PlanWords words, CaseAccess access) {
        this.processes = processes;
        this.words = words;
        this.access = access;
    }

    @GetMapping("/incidents/{number}/process")
    Standing standing(@PathVariable String number) {
        access.requireInside(Actors.current(), number);
        List<ElementView> elements = processes.elements(number).stream()
                .map(it -> new ElementView(
                        it.process(),
                        it.element(),
                        words.of(it.element(), it.name()),
                        it.type(),
                        it.key(),
                        it.state().name().toLowerCase(Locale.ROOT),
                        it.since(),
                        it.until()))
                .toList();
        return new Standing(processes.editionOf(number).orElse(null), elements);
    }
}
