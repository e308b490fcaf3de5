package dev.noroshi.response;

import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.plan.StoppageEvent;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people did about a stuck step stands in the timeline of its case. */
@Component
class Stoppings {

    private final Incidents incidents;

    Stoppings(Incidents incidents) {
        this.incidents = incidents;
    }

    @EventListener
    void on(StoppageEvent.Retried retried) {
        incidents.record(retried.incident(), "task", List.of(about("response.stuck.retried", retried)));
    }

    @EventListener
    void on(StoppageEvent.SkipProposed proposed) {
        Saying line = about("response.stuck.skip-proposed", proposed);
        incidents.record(proposed.incident(), "task", List.of(line, Saying.verbatim(proposed.reason())));
    }

    @EventListener
    void on(StoppageEvent.Skipped skipped) {
        Saying line = about("response.stuck.skipped", skipped);
        incidents.record(skipped.incident(), "task", List.of(line, Saying.verbatim(skipped.reason())));
    }

    private static Saying about(String key, StoppageEvent step) {
        return Saying.phrase(key, new Saying.StepName(step.element(), step.name()));
    }
}
