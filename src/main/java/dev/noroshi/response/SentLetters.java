package dev.noroshi.response;

import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.roster.Roster;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each letter that left stands in the timeline of its case: to whom, and what about. */
@Component
class SentLetters {

    private final Incidents incidents;
    private final Roster roster;

    SentLetters(Incidents incidents, Roster roster) {
        this.incidents = incidents;
        this.roster = roster;
    }

    @EventListener
    void on(MailEvent.Sent sent) {
        if (sent.incident() != null) {
            String to = String.join("、", roster.namesAt(sent.to()));
            incidents.record(
                    sent.incident(),
                    "letter",
                    List.of(Saying.phrase("response.letter", Saying.verbatim(to), Saying.verbatim(sent.subject()))));
        }
    }
}
