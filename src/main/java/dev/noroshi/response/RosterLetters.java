package dev.noroshi.response;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.RosterConfirmation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the window that the roster is to be confirmed; each letter has a key of its own, so that none goes twice. */
@Component
class RosterLetters {

    private final Mails mails;
    private final JapaneseDates dates;
    private final MessageSource messages;
    private final Clock clock;

    RosterLetters(Mails mails, JapaneseDates dates, MessageSource messages, Clock clock) {
        this.mails = mails;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    void remind(RosterConfirmation asked) {
        @Nullable Instant due = asked.dueAt();
        @Nullable Instant last = asked.remindedAt();
        String words = due == null || clock.instant().isBefore(due) ? "asked" : "overdue";
        Map<String, String> values = Map.of(
                "what", text("roster.confirmation.letter.what." + words),
                "when", dates.letter(asked.openedAt()),
                "ask", text("roster.confirmation.letter.ask"),
                "deadline", due == null ? text("roster.confirmation.letter.no-due") : dates.letter(due),
                "link", mails.link("/roster#confirmation"));
        String key = "roster/" + asked.beginsOn() + "/" + (last == null ? "0" : last);
        mails.queue(new Letter(key, "", List.of(mails.windowAddress()), "roster-confirmation", values, null, false));
    }

    private String text(String key) {
        return messages.getMessage(key, null, mails.language());
    }
}
