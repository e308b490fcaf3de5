package dev.noroshi.mail;

import dev.noroshi.mail.Inbox.Position;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches the window's mailbox over IMAP. It goes by the server's UIDs, not by the seen flag: a colleague who reads the
 * mailbox with a mail program takes no answer away from us. Nothing is deleted there.
 */
@Component
class Mailman {

    private static final Logger log = LoggerFactory.getLogger(Mailman.class);

    /** More than this of one mail is cut off; mail servers take less. */
    private static final int LARGEST = 48 * 1024 * 1024;

    private final Inbox inbox;
    private final Interpreter interpreter;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private boolean reachable = true;

    Mailman(Inbox inbox, Interpreter interpreter, MailSettings settings, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.interpreter = interpreter;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${noroshi.mail.imap.poll-delay:PT3S}")
    synchronized void fetch() {
        if (settings.imap().enabled()) {
            try {
                fetchNew();
                reachable = true;
            } catch (MessagingException | IOException e) {
                if (reachable) {
                    log.warn(
                            "The window's mailbox could not be read: {}",
                            PlainText.oneLine(String.valueOf(e.getMessage())));
                }
                reachable = false;
            }
        }
        interpreter.interpretAll();
    }

    /** Opens the mailbox and reads nothing. */
    void look() throws MessagingException {
        try (Store store = connect(false)) {
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
            }
        }
    }

    private void fetchNew() throws MessagingException, IOException {
        try (Store store = connect(false)) {
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                fetchFrom(folder, settings.imap().user() + "@" + settings.imap().host());
            }
        }
    }

    private void fetchFrom(Folder folder, String mailbox) throws MessagingException, IOException {
        UIDFolder uids = (UIDFolder) folder;
        long validity = uids.getUIDValidity();
        long last = inbox.position(mailbox)
                .filter(position -> position.validity() == validity)
                .map(Position::uid)
                .orElse(0L);
        Message[] messages = uids.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, profile);
        for (Message message : messages) {
            // A range to the last UID names the last mail even when it lies below the range.
            long uid = uids.getUID(message);
            if (uid > last) {
                byte[] raw = raw(message);
                transaction.executeWithoutResult(status -> {
                    inbox.store(raw);
                    inbox.moveTo(mailbox, new Position(validity, uid));
                });
            }
        }
    }

    /** @param patient for a connection that waits for the server to speak */
    Store connect(boolean patient) throws MessagingException {
        MailSettings.Imap imap = settings.imap();
        Properties properties = properties();
        if (patient) {
            properties.setProperty("mail.imap.timeout", "300000");
        }
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect(imap.host(), imap.port(), imap.user(), imap.password());
        return store;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", "5000");
        properties.setProperty("mail.imap.timeout", "20000");
        properties.setProperty("mail.imap.writetimeout", "20000");
        properties.setProperty("mail.imap.peek", "true");
        Tls.apply(properties, "imap", settings.imap().tls(), settings.authority());
        return properties;
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
