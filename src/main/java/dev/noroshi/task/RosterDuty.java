package dev.noroshi.task;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.RosterConfirmation;
import dev.noroshi.roster.RosterConfirmations;
import dev.noroshi.roster.RosterConfirmed;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roster's confirmation (体制表の確認) as a task of the window, the lead and the chief: it belongs to no case and to no
 * model. A letter tells the window when it is asked for, and again every week once it is overdue.
 */
@Component
class RosterDuty {

    static final String ELEMENT = "rosterConfirmation";

    private final RosterConfirmations confirmations;
    private final TaskStore store;
    private final Mails mails;
    private final JapaneseDates dates;
    private final MessageSource messages;
    private final Clock clock;
    private final Duration again;

    RosterDuty(
            RosterConfirmations confirmations,
            TaskStore store,
            Mails mails,
            JapaneseDates dates,
            MessageSource messages,
            Clock clock,
            @Value("${noroshi.roster.confirmation.remind:P7D}") Duration again) {
        this.confirmations = confirmations;
        this.store = store;
        this.mails = mails;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
        this.again = again;
    }

    /** What the task asks. */
    Form form() {
        return new ConfirmRoster();
    }

    @Scheduled(fixedDelayString = "${noroshi.roster.confirmation.look:PT30M}", initialDelayString = "PT3M")
    @Transactional
    void look() {
        RosterConfirmation asked = confirmations.ask();
        store.elsewhere(ELEMENT, idOf(asked.beginsOn())).forEach(id -> store.withdraw(id, clock.instant()));
        if (asked.isOpen()) {
            store.insert(task(asked));
            remind(asked);
        }
    }

    /** Confirmed on the roster's page or by a program: the task is done too. */
    @EventListener
    void on(RosterConfirmed confirmed) {
        store.find(idOf(confirmed.beginsOn()))
                .filter(Task::waiting)
                .ifPresent(task -> store.done(task.done(confirmed.by(), clock.instant())));
    }

    /** The letters have keys of their own, so that each is sent once, on whatever node. */
    private void remind(RosterConfirmation asked) {
        Instant now = clock.instant();
        long overdue = now.isBefore(asked.dueAt())
                ? 0
                : 1 + Duration.between(asked.dueAt(), now).dividedBy(again);
        String words = overdue == 0 ? "asked" : "overdue";
        Map<String, String> values = Map.of(
                "what", text("what." + words),
                "when", dates.letter(asked.openedAt()),
                "ask", text("ask"),
                "deadline", dates.letter(asked.dueAt()),
                "link", mails.link("/tasks/" + idOf(asked.beginsOn())));
        String key = "roster/" + asked.beginsOn() + "/" + overdue;
        mails.queue(new Letter(key, "", List.of(mails.windowAddress()), "roster-confirmation", values, null, false));
    }

    private Task task(RosterConfirmation asked) {
        return new Task(
                idOf(asked.beginsOn()),
                Task.ROSTER,
                Task.ROSTER,
                "",
                ELEMENT,
                "体制表の確認",
                "",
                "confirmRoster",
                null,
                null,
                null,
                null,
                RosterConfirmations.ROLES,
                null,
                Task.Status.OPEN,
                asked.dueAt(),
                asked.openedAt(),
                null,
                null);
    }

    private static String idOf(LocalDate begins) {
        return "roster-" + begins;
    }

    private String text(String key) {
        return messages.getMessage("roster.confirmation.letter." + key, null, mails.language());
    }

    /** Not one that a model may name: it is no fact of a case. */
    private final class ConfirmRoster implements Form {

        @Override
        public String key() {
            return "confirmRoster";
        }

        @Override
        public List<Field> fields(Step step) {
            return List.of(Field.text("note", false, null));
        }

        @Override
        public String about(Step step) {
            return messages.getMessage("roster.confirmation.about", null, LocaleContextHolder.getLocale());
        }

        @Override
        public void store(Step step, Map<String, Object> values) {
            @Nullable Object note = values.get("note");
            confirmations.confirm(note == null ? null : note.toString());
        }
    }
}
