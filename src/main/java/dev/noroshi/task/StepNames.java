package dev.noroshi.task;

import dev.noroshi.incident.Segments;
import dev.noroshi.workflow.Forms;
import dev.noroshi.workflow.Step;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a waiting step is called: as in the model, with what tells it from its twins: the segment, or the body outside. */
@Component
class StepNames {

    private final MessageSource messages;
    private final Forms forms;

    StepNames(MessageSource messages, Forms forms) {
        this.messages = messages;
        this.forms = forms;
    }

    String of(Step step) {
        return Segments.named(step.key())
                .map(segment -> "incident.segment." + segment)
                .or(() -> subject(step))
                .map(key -> step.name() + "［" + messages.getMessage(key, null, Locale.JAPANESE) + "］")
                .orElse(step.name());
    }

    private Optional<String> subject(Step step) {
        return step.property("form")
                .flatMap(forms::find)
                .map(form -> form.subject(step))
                .filter(key -> !key.isEmpty());
    }
}
