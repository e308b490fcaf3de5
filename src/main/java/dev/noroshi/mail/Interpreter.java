package dev.noroshi.mail;

import dev.noroshi.mail.Inbox.Finding;
import dev.noroshi.mail.Inbox.Stored;
import dev.noroshi.mail.MailReader.ReadMail;
import dev.noroshi.mail.StormStore.Member;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
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
    private final Storm storm;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Interpreter(
            Inbox inbox,
            Outbox outbox,
            Storm storm,
            MailSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.storm = storm;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All that waits, also what failed before. One after the other: of two copies of a mail, the second is one. */
    @Scheduled(fixedDelayString = "${noroshi.mail.imap.poll-delay:PT3S}")
    synchronized void interpretAll() {
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
            setAside(mail.id(), "failed", ReadMail.unreadable(), null);
            return;
        }
        try {
            ReadMail read = MailReader.read(mail.raw());
            if (inbox.isRepeated(mail.id(), read)) {
                inbox.understood(finding(mail.id(), "handled", "duplicate", read, null));
            } else {
                understand(mail.id(), read);
            }
        } catch (MessagingException | IOException e) {
            setAside(mail.id(), "unreadable", ReadMail.unreadable(), null);
        }
    }

    private void understand(long id, ReadMail mail) {
        Optional<String> incident = Optional.ofNullable(mail.token()).flatMap(outbox::incidentOf);
        List<Member> list = Optional.ofNullable(mail.token()).map(storm::asked).orElse(List.of());
        if (mail.report() != null) {
            undelivered(id, mail, mail.report());
        } else if (mail.machine() != null) {
            boolean own = mail.machine().equals("own");
            boolean loop = own && !mail.sender().equalsIgnoreCase(settings.from());
            setAside(id, loop ? "loop" : mail.machine(), mail, incident.orElse(null));
        } else if (incident.isPresent()) {
            answered(id, incident.get(), mail);
        } else if (!list.isEmpty()) {
            answeredList(id, list, mail);
        } else {
            written(id, mail);
        }
    }

    private void answeredList(long id, List<Member> list, ReadMail mail) {
        ListReply read = ListReply.read(mail.text(), list);
        ReplyReader.Reply reply = read.reply();
        List<MailEvent.Asked> asked = read.meant().stream()
                .map(member -> new MailEvent.Asked(member.incident(), Objects.requireNonNull(member.token())))
                .toList();
        String incident = asked.size() == 1 ? asked.get(0).incident() : null;
        inbox.understood(new Finding(id, "answer", null, incident, mail, reply.answer(), reply.words()));
        events.publishEvent(new MailEvent.RepliedToList(
                id,
                asked,
                settings.mainAddress(mail.sender()),
                reply.answer(),
                reply.delegate(),
                approves(mail),
                reply.words()));
    }

    private void answered(long id, String incident, ReadMail mail) {
        ReplyReader.Reply reply = ReplyReader.read(mail.text());
        inbox.understood(new Finding(id, "answer", null, incident, mail, reply.answer(), reply.words()));
        events.publishEvent(new MailEvent.Replied(
                id,
                incident,
                Objects.requireNonNull(mail.token()),
                settings.mainAddress(mail.sender()),
                reply.answer(),
                reply.delegate(),
                approves(mail),
                reply.words()));
    }

    /** Whether the city lets a mail approve at all, and knows that this one comes from where it says. */
    private boolean approves(ReadMail mail) {
        MailSettings.Approval approval = settings.approval();
        return approval.enabled()
                && MailSettings.domainOf(mail.sender()).equals(settings.domain())
                && Authentication.passes(
                        mail.authentication().toArray(new String[0]), approval.server(), settings.domain());
    }

    /** A letter of ours came back: whoever waits for its answer must not wait any longer. */
    private void undelivered(long id, ReadMail mail, DeliveryReport report) {
        Optional<Outbox.Returned> letter = outbox.find(report);
        setAside(
                id,
                report.failed() ? "bounce" : "delayed",
                mail,
                letter.map(Outbox.Returned::incident).orElse(null));
        if (report.failed()) {
            letter.filter(outbox::bounced).ifPresent(one -> undelivered(one, report));
        }
    }

    private void undelivered(Outbox.Returned letter, DeliveryReport report) {
        storm.undelivered(letter.id(), letter.incident(), letter.token())
                .forEach(missed -> events.publishEvent(new MailEvent.Undelivered(
                        missed.incident(),
                        missed.token(),
                        letter.notReached(report),
                        letter.subject(),
                        report.reason())));
    }

    private void written(long id, ReadMail mail) {
        String reason = mail.token() == null ? "no-token" : "unknown-token";
        setAside(id, reason, mail, null);
        events.publishEvent(new MailEvent.Written(
                id,
                Optional.ofNullable(mail.incident())
                        .or(() -> outbox.incidentOfAny(mail.references()))
                        .orElse(null),
                settings.mainAddress(mail.sender()),
                mail.subject(),
                OwnWords.of(mail.text())));
    }

    private void setAside(long id, String reason, ReadMail mail, @Nullable String incident) {
        // Our own letters that land in the window's mailbox are no news to the window.
        String state = reason.equals("own") ? "handled" : "aside";
        inbox.understood(finding(id, state, reason, mail, incident));
        events.publishEvent(new MailEvent.NotAnAnswer(id, reason));
    }

    private static Finding finding(long id, String state, String reason, ReadMail mail, @Nullable String incident) {
        DeliveryReport report = mail.report();
        String words = report == null ? PlainText.clip(OwnWords.of(mail.text()), 1000) : report.reason();
        return new Finding(id, state, reason, incident, mail, null, words);
    }
}
