package dev.noroshi.task;

import dev.noroshi.incident.Segments;
import dev.noroshi.workflow.Step;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a waiting step is called: as in the model, with the segment where it waits once for each. */
@Component
class StepNames {

    private final MessageSource messages;

    StepNames(MessageSource messages) {
        this.messages = messages;
    }

    String of(Step step) {
        return Segments.named(step.key())
                .map(segment -> messages.getMessage("incident.segment." + segment, null, Locale.JAPANESE))
                .map(segment -> step.name() + "［" + segment + "］")
                .orElse(step.name());
    }
}
