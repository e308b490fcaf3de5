package dev.noroshi.plan;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.workflow.StuckStep;
import dev.noroshi.workflow.StuckSteps;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the window of each stuck step, once: the letter's key is the step's, on whatever node it is found. */
@Component
class StuckWatch {

    private final StuckSteps steps;
    private final Mails mails;
    private final PlanWords words;
    private final JapaneseDates dates;
    private final MessageSource messages;

    StuckWatch(StuckSteps steps, Mails mails, PlanWords words, JapaneseDates dates, MessageSource messages) {
        this.steps = steps;
        this.mails = mails;
        this.words = words;
        this.dates = dates;
        this.messages = messages;
    }

    @Scheduled(fixedDelayString = "${noroshi.plan.stuck-look:PT30S}")
    @Transactional
    void look() {
        steps.all().forEach(step -> mails.queue(letter(step)));
    }

    private Letter letter(StuckStep step) {
        Map<String, String> values = Map.of(
                "what", words.of(step.element(), step.name(), mails.language()),
                "where", words.model(step.process(), mails.language()),
                "when", dates.letter(step.since()),
                "state", text("plan.mark.stuck"),
                "ask", text("stuck.ask"),
                "reason", text("stuck.reason." + Stoppages.reason(step.message())),
                "link", mails.link("/plan/stuck"));
        boolean drill = step.incident().contains("-D");
        return new Letter(
                "stuck/" + step.id(),
                step.incident(),
                List.of(mails.windowAddress()),
                "step-stuck",
                values,
                null,
                drill);
    }

    private String text(String key) {
        return messages.getMessage(key, null, mails.language());
    }
}
