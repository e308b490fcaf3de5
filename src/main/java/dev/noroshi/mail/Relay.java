package dev.noroshi.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds, one letter a transaction. A crash between sending and committing sends again, with the
 * same Message-ID, so that the reader's mail program sees one letter.
 */
@Component
class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final Outbox outbox;
    private final Smtp smtp;
    private final Storm storm;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private volatile boolean closing;

    Relay(
            Outbox outbox,
            Smtp smtp,
            Storm storm,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.storm = storm;
        this.smtp = smtp;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /**
     * All that is due over one connection; a server that cannot be reached is asked again at the next round. Lists are written
     * when the server is there: what is listed counts as said from then on.
     */
    @Scheduled(fixedDelayString = "${noroshi.mail.relay-delay:PT2S}")
    void sendAll() {
        if (!smtp.isConfigured() || closing) {
            return;
        }
        if (!outbox.isSomethingDue() && !storm.isListDue()) {
            return;
        }
        try (Transport line = smtp.connect()) {
            storm.gatherLate();
            storm.list();
            boolean goOn = true;
            while (goOn && !closing) {
                goOn = sendNextAlone(line);
            }
        } catch (MessagingException unreachable) {
            transaction.executeWithoutResult(
                    status -> outbox.takeNext().ifPresent(letter -> failed(letter, unreachable)));
        }
    }

    /** The letter in hand still leaves, the others after the next start. */
    @EventListener
    void on(ContextClosedEvent closed) {
        closing = true;
    }

    /** A letter that something goes wrong with waits, so that the others leave. */
    private boolean sendNextAlone(Transport line) {
        Outbox.Queued[] taken = new Outbox.Queued[1];
        try {
            return Objects.requireNonNullElse(transaction.execute(status -> sendNext(line, taken)), false);
        } catch (RuntimeException e) {
            Outbox.Queued letter = taken[0];
            if (letter == null) {
                throw e;
            }
            log.error("Letter {} of {} could not be handled", letter.id(), letter.incident(), e);
            transaction.executeWithoutResult(
                    status -> outbox.failed(letter, List.of(), String.valueOf(e.getMessage()), false, true));
            return line.isConnected();
        }
    }

    /** Whether to go on: no when nothing is left, or when the server has gone. */
    private boolean sendNext(Transport line, Outbox.Queued[] taken) {
        Optional<Outbox.Queued> next = outbox.takeNext();
        if (next.isEmpty()) {
            return false;
        }
        Outbox.Queued letter = next.get();
        taken[0] = letter;
        if (storm.gathers(letter)) {
            return true;
        }
        try {
            smtp.send(line, letter);
            outbox.sent(letter, null);
            sent(letter, letter.to());
            return true;
        } catch (MessagingException e) {
            failed(letter, e);
            return line.isConnected();
        }
    }

    private void failed(Outbox.Queued letter, MessagingException failure) {
        List<String> reached = addresses(letter, failure, SendFailedException::getValidSentAddresses);
        List<String> refused = Smtp.refusal(failure) == Smtp.Refusal.OF_ADDRESSEES
                ? addresses(letter, failure, SendFailedException::getInvalidAddresses)
                : List.of();
        List<String> left = letter.to().stream()
                .filter(to -> !reached.contains(to) && !refused.contains(to))
                .toList();
        String error = reason(failure);
        log.warn("Letter {} of {} was not sent, attempt {}", letter.id(), letter.incident(), letter.attempts() + 1);
        if (!reached.isEmpty()) {
            sent(letter, reached);
        }
        boolean forGood = left.isEmpty() && reached.isEmpty();
        if (left.isEmpty() && !forGood) {
            outbox.sent(letter, error);
        } else {
            forGood |= outbox.failed(letter, left, error, forGood, Smtp.refusal(failure) == Smtp.Refusal.OF_LETTER);
        }
        List<String> lost = forGood && refused.isEmpty() ? left : refused;
        if (!lost.isEmpty()) {
            storm.undelivered(letter.id(), letter.incident(), letter.token())
                    .forEach(one -> events.publishEvent(
                            new MailEvent.Undelivered(one.incident(), one.token(), lost, letter.subject(), error)));
        }
    }

    private void sent(Outbox.Queued letter, List<String> to) {
        storm.sent(letter).forEach(incident -> events.publishEvent(new MailEvent.Sent(incident, to, letter.subject())));
    }

    private interface Named {
        Address @Nullable [] of(SendFailedException failure);
    }

    private static List<String> addresses(Outbox.Queued letter, MessagingException failure, Named named) {
        List<String> found = failure instanceof SendFailedException sending
                ? Stream.of(Optional.ofNullable(named.of(sending)).orElse(new Address[0]))
                        .map(address -> address.toString().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
        return letter.to().stream()
                .filter(to -> found.contains(to.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What the server said of the first addressee that it refused, else of all. */
    private static String reason(MessagingException failure) {
        Exception last = failure.getNextException() == null ? failure : failure.getNextException();
        return PlainText.oneLine(String.valueOf(last.getMessage()));
    }
}
