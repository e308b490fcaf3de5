package dev.noroshi.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds. A crash between sending and committing sends again, with the same Message-ID, so that the
 * reader's mail program sees one letter.
 */
@Component
class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 50;

    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile boolean closing;

    Relay(
            Outbox outbox,
            ObjectProvider<JavaMailSender> sender,
            MailSettings settings,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${noroshi.mail.relay-delay:PT2S}")
    void sendAll() {
        JavaMailSender server = sender.getIfAvailable();
        if (server == null) {
            return;
        }
        for (int sent = 0; sent < BATCH && !closing; sent++) {
            if (!Objects.requireNonNullElse(transaction.execute(status -> sendNext(server)), false)) {
                return;
            }
        }
    }

    /** The letter in hand still leaves, the others after the next start. */
    @EventListener
    void on(ContextClosedEvent closed) {
        closing = true;
    }

    /** Whether to go on: no when nothing is left, or when the mail server cannot be reached. */
    private boolean sendNext(JavaMailSender server) {
        Optional<Outbox.Queued> next = outbox.takeNext();
        if (next.isEmpty()) {
            return false;
        }
        Outbox.Queued letter = next.get();
        try {
            server.send(message(server, letter));
            outbox.sent(letter);
            events.publishEvent(new MailEvent.Sent(letter.incident(), letter.to(), letter.subject()));
            return true;
        } catch (MailException | MessagingException e) {
            boolean refused = refused(e);
            outbox.failed(letter, String.valueOf(e.getMessage()), refused);
            log.warn("Letter {} of {} was not sent, attempt {}", letter.id(), letter.incident(), letter.attempts() + 1);
            return refused;
        }
    }

    /** Whether the server refuses these addressees, which no repetition changes. */
    private static boolean refused(Exception failure) {
        return failure instanceof MailSendException sending
                && sending.getFailedMessages().values().stream()
                        .anyMatch(cause -> cause instanceof SendFailedException refusal
                                && refusal.getInvalidAddresses() != null
                                && refusal.getInvalidAddresses().length > 0
                                && (refusal.getValidUnsentAddresses() == null
                                        || refusal.getValidUnsentAddresses().length == 0));
    }

    private MimeMessage message(JavaMailSender server, Outbox.Queued letter) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        message.setFrom(new InternetAddress(settings.from()));
        message.setReplyTo(new InternetAddress[] {new InternetAddress(settings.window())});
        for (String to : letter.to()) {
            message.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(subject(letter), "UTF-8");
        message.setText(letter.body(), "UTF-8", "plain");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", letter.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.incident() != null) {
            message.setHeader("References", "<case." + letter.incident() + "@" + settings.domain() + ">");
        }
        if (letter.token() != null) {
            message.setHeader("X-Noroshi", letter.token());
        }
        return message;
    }

    private static String subject(Outbox.Queued letter) {
        String token = letter.token() == null ? "" : " [#" + letter.token() + "]";
        return letter.subject() + token;
    }
}
