package dev.noroshi.mail;

import dev.noroshi.mail.Inbox.Position;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores what is new in the window's mailbox. It goes by the server's UIDs, not by the seen flag: a colleague who reads the
 * mailbox with a mail program takes no answer away from us. Nothing is marked or deleted there.
 */
@Component
class Mailman {

    private static final Logger log = LoggerFactory.getLogger(Mailman.class);

    /** More than this of one mail is cut off; mail servers take less. */
    private static final int LARGEST = 48 * 1024 * 1024;

    private final Inbox inbox;
    private final Interpreter interpreter;
    private final String mailbox;
    private final TransactionTemplate transaction;
    private volatile boolean reachable = true;

    Mailman(Inbox inbox, Interpreter interpreter, MailSettings settings, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.interpreter = interpreter;
        this.mailbox = settings.imap().user() + "@" + settings.imap().host();
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What nobody has stored yet, oldest first. */
    Message[] newIn(IMAPFolder folder) throws MessagingException {
        long last = last(folder);
        int count;
        Message[] found;
        do {
            count = folder.getMessageCount();
            found = folder.getMessagesByUID(last + 1, UIDFolder.LASTUID);
            // What comes while the server answers is told now, and not again once we wait for it.
        } while (count != folder.getMessageCount());
        List<Message> fresh = new ArrayList<>();
        for (Message message : found) {
            // A range to the last UID names the last mail even when it lies below the range.
            if (folder.getUID(message) > last) {
                fresh.add(message);
            }
        }
        return fresh.toArray(new Message[0]);
    }

    /** Stores each mail together with the position behind it. */
    synchronized void take(IMAPFolder folder) throws MessagingException, IOException {
        for (Message message : newIn(folder)) {
            byte[] raw = raw(message);
            Position behind = new Position(folder.getUIDValidity(), folder.getUID(message));
            transaction.executeWithoutResult(status -> {
                inbox.store(raw);
                inbox.moveTo(mailbox, behind);
            });
        }
    }

    /** Reads what was stored. What cannot be read now waits for the next round; the watch must go on. */
    void read() {
        try {
            interpreter.interpretAll();
        } catch (RuntimeException e) {
            log.error("Stored mails could not be read", e);
        }
    }

    void reached() {
        reachable = true;
    }

    /** Says it once, until the mailbox is reached again. */
    void failed(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (reachable) {
            log.warn(
                    "The window's mailbox could not be read: {}",
                    PlainText.oneLine(String.valueOf(cause.getMessage())),
                    cause.getCause() instanceof RuntimeException ? cause : null);
        }
        reachable = false;
    }

    private long last(IMAPFolder folder) throws MessagingException {
        long validity = folder.getUIDValidity();
        return inbox.position(mailbox)
                .filter(position -> position.validity() == validity)
                .map(Position::uid)
                .orElse(0L);
    }

    private static byte[] raw(Message message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(new OutputStream() {
            @Override
            public void write(int octet) {
                if (bytes.size() < LARGEST) {
                    bytes.write(octet);
                }
            }

            @Override
            public void write(byte[] octets, int from, int length) {
                bytes.write(octets, from, Math.min(length, LARGEST - bytes.size()));
            }
        });
        return bytes.toByteArray();
    }
}
