package dev.noroshi.mail;

import dev.noroshi.mail.Inbox.Finding;
import dev.noroshi.mail.Inbox.Stored;
import dev.noroshi.mail.MailReader.ReadMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Understands stored mails, each in a transaction of its own together with all that follows from it. */
@Component
class Interpreter {

    private static final Logger log = LoggerFactory.getLogger(Interpreter.class);
    private static final int ATTEMPTS = 5;

    private final Inbox inbox;
    private final Outbox outbox;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Interpreter(
            Inbox inbox,
            Outbox outbox,
            MailSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    void interpretAll() {
        long last = 0;
        while (last >= 0) {
            last = interpretAfter(last);
        }
    }

    /** The mail's id, or -1 when none is left. A failure is tried again at the next round, then shown to the window. */
    private long interpretAfter(long after) {
        long[] taken = {-1};
        try {
            transaction.executeWithoutResult(status -> inbox.takeNext(after).ifPresent(mail -> {
                taken[0] = mail.id();
                interpret(mail);
            }));
        } catch (RuntimeException e) {
            if (taken[0] < 0) {
                throw e;
            }
            log.error("Mail {} could not be interpreted", taken[0], e);
            transaction.executeWithoutResult(status -> inbox.failedOnce(taken[0]));
        }
        return taken[0];
    }

    private void interpret(Stored mail) {
        if (mail.attempts() >= ATTEMPTS) {
            notAnAnswer(mail.id(), "failed", new ReadMail("", "", null, "", null), null);
            return;
        }
        try {
            understand(mail.id(), MailReader.read(mail.raw()));
        } catch (MessagingException | IOException e) {
            notAnAnswer(mail.id(), "unreadable", new ReadMail("", "", null, "", null), null);
        }
    }

    private void understand(long id, ReadMail mail) {
        Optional<String> incident = Optional.ofNullable(mail.token()).flatMap(outbox::incidentOf);
        if (mail.machine() != null) {
            boolean own = mail.sender().equalsIgnoreCase(settings.from());
            notAnAnswer(id, own ? "own" : mail.machine(), mail, incident.orElse(null));
        } else if (mail.token() == null) {
            notAnAnswer(id, "no-token", mail, null);
        } else if (incident.isEmpty()) {
            notAnAnswer(id, "unknown-token", mail, null);
        } else {
            ReplyReader.Reply reply = ReplyReader.read(mail.text());
            inbox.understood(new Finding(
                    id, "answer", null, incident.get(), mail.sender(), mail.subject(), reply.answer(), reply.words()));
            events.publishEvent(new MailEvent.Replied(
                    id,
                    incident.get(),
                    Objects.requireNonNull(mail.token()),
                    mail.sender(),
                    reply.answer(),
                    reply.words()));
        }
    }

    private void notAnAnswer(
            long id, String reason, ReadMail mail, @org.jspecify.annotations.Nullable String incident) {
        // Our own letters that land in the window's mailbox are no news to the window.
        String state = reason.equals("own") ? "handled" : "aside";
        String words = mail.machine() == null ? ReplyReader.read(mail.text()).words() : null;
        inbox.understood(new Finding(id, state, reason, incident, mail.sender(), mail.subject(), null, words));
        events.publishEvent(new MailEvent.NotAnAnswer(id, reason));
    }
}
