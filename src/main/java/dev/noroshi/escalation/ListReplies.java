package dev.noroshi.escalation;

import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.MailEvent.Answer;
import dev.noroshi.mail.MailEvent.Asked;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A reply to a list of calls. 了解 and 不在 count for all that it means, and the person gets one letter back; whatever else is
 * said counts only where it means one call.
 */
@Component
class ListReplies {

    private final Replies replies;
    private final CallLetters letters;
    private final Roster roster;
    private final Mails mails;

    ListReplies(Replies replies, CallLetters letters, Roster roster, Mails mails) {
        this.replies = replies;
        this.letters = letters;
        this.roster = roster;
        this.mails = mails;
    }

    @EventListener
    void on(MailEvent.RepliedToList reply) {
        List<Asked> asked = reply.asked();
        if (asked.size() == 1) {
            replies.on(reply.to(asked.get(0)));
        } else if (asked.isEmpty()) {
            refuse(reply, "other-number");
        } else if (reply.answer() != Answer.ACKNOWLEDGED && reply.answer() != Answer.ABSENT) {
            refuse(reply, reply.answer() == Answer.UNCLEAR ? "unclear" : "one-by-one");
        } else {
            take(reply);
        }
    }

    private void take(MailEvent.RepliedToList reply) {
        List<Asked> counted = reply.asked().stream()
                .sorted(Comparator.comparing(Asked::incident))
                .filter(one -> replies.counts(reply.to(one)))
                .toList();
        if (counted.isEmpty()) {
            refuse(reply, "wrong-person");
        } else {
            letters.listCounted(
                    reply.mailId(),
                    reply.from(),
                    reply.answer(),
                    counted.stream().map(Asked::incident).distinct().toList(),
                    reply.asked().size() - counted.size());
        }
    }

    private void refuse(MailEvent.RepliedToList reply, String reason) {
        mails.setAside(reply.mailId(), reason);
        Optional<Person> known = roster.personAt(reply.from());
        if (known.isPresent()) {
            letters.listUnclear(reply.mailId(), reply.from(), reason, reply.words());
        }
    }
}
