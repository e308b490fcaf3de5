package dev.noroshi.response;

import static dev.noroshi.incident.Saying.phrase;
import static dev.noroshi.incident.Saying.verbatim;

import dev.noroshi.escalation.CallEvent;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.web.TextRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people wrote by mail without answering, and what became of letters to them, in the timeline of the case. */
@Component
class Correspondence {

    private static final int LONGEST = 4000;

    private final Incidents incidents;
    private final Roster roster;
    private final RoleSource roles;
    private final CaseAccess access;
    private final Mails mails;

    Correspondence(Incidents incidents, Roster roster, RoleSource roles, CaseAccess access, Mails mails) {
        this.incidents = incidents;
        this.roster = roster;
        this.roles = roles;
        this.access = access;
        this.mails = mails;
    }

    @EventListener
    void on(CallEvent.Commented comment) {
        incidents.record(
                comment.incident(),
                "answer",
                List.of(phrase("response.commented", verbatim(comment.name())), kept(comment.words())));
    }

    @EventListener
    void on(CallEvent.Delegated delegated) {
        incidents.record(
                delegated.incident(),
                "call",
                List.of(phrase("response.delegated", verbatim(delegated.from()), verbatim(delegated.to()))));
    }

    @EventListener
    void on(CallEvent.Unreached unreached) {
        incidents.record(
                unreached.incident(),
                "call",
                List.of(phrase("response.unreached", verbatim(unreached.name())), verbatim(unreached.reason())));
    }

    /** Who may look into a case adds to it by naming it in the subject; what others write waits for the window. */
    @EventListener
    void on(MailEvent.Written written) {
        String number = written.incident();
        Optional<Person> writer = roster.personAt(written.from())
                .filter(person -> person.account() != null && !roster.isOutOfService(person));
        if (number != null && writer.isPresent() && mayAdd(writer.get(), number)) {
            incidents.record(
                    number,
                    "note",
                    List.of(phrase("response.added", verbatim(writer.get().name())), kept(written.words())));
            mails.belongsTo(written.mailId(), number, "addition");
        }
    }

    private boolean mayAdd(Person writer, String number) {
        String account = Objects.requireNonNull(writer.account());
        RoleSource.Standing standing = roles.standingOf(account);
        Actor actor = standing.acting(account, writer.name());
        return incidents.headings(Set.of(number)).containsKey(number) && access.mayLookInside(actor, number);
    }

    /** A number that may be a My Number stays in the mail, which the window alone reads. */
    static Saying kept(String words) {
        boolean storable = TextRules.text("words", words, LONGEST).isEmpty();
        return storable ? verbatim(words) : phrase("response.commented.kept");
    }
}
