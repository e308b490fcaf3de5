package dev.noroshi.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.integration.mail.inbound.ImapMailReceiver;
import org.springframework.messaging.support.GenericMessage;

/**
 * A connection to the window's mailbox. Spring Integration opens it, waits on it and opens it again when it is lost; what
 * is new there is told by the server's UIDs, and stored before Spring Integration hears that something came.
 */
class Mailbox extends ImapMailReceiver {

    private final Mailman mailman;
    private final SimpleAsyncTaskExecutor closing;

    Mailbox(MailSettings settings, Mailman mailman) {
        // Host and account are in the session: Spring Integration writes the URL into the log.
        super("imap:INBOX");
        this.mailman = mailman;
        setSession(session(settings));
        setShouldMarkMessagesAsRead(false);
        setFlaggedAsFallback(false);
        setAutoCloseFolder(false);
        this.closing = daemon("mail-closing-");
    }

    /** How the window's mailbox is reached. */
    static Session session(MailSettings settings) {
        MailSettings.Imap imap = settings.imap();
        Properties properties = new Properties();
        properties.setProperty("mail.imap.host", imap.host());
        properties.setProperty("mail.imap.port", String.valueOf(imap.port()));
        properties.setProperty("mail.imap.user", imap.user());
        properties.setProperty("mail.imap.connectiontimeout", "5000");
        properties.setProperty("mail.imap.timeout", "20000");
        properties.setProperty("mail.imap.writetimeout", "20000");
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.folder.class", UnmarkedFolder.class.getName());
        Tls.apply(properties, "imap", imap.tls(), settings.authority());
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(imap.user(), imap.password());
            }
        });
    }

    static SimpleAsyncTaskExecutor daemon(String name) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name);
        executor.setDaemon(true);
        return executor;
    }

    @Override
    protected Message[] searchForNewMessages() throws MessagingException {
        return mailman.newIn(folder());
    }

    /** Nothing beforehand: a mail is taken as it is, and a server may fail at a description of it. */
    @Override
    protected void fetchMessages(Message[] messages) {}

    /** Stores what is new. Gives one message that says so, or none. */
    @Override
    public Object[] receive() throws MessagingException {
        return telling(() -> {
            try {
                Object[] found = super.receive();
                if (found.length > 0) {
                    mailman.take(folder());
                }
                mailman.reached();
                return found.length == 0 ? found : new Object[] {new GenericMessage<>(found.length)};
            } finally {
                closeFolder();
            }
        });
    }

    @Override
    public void waitForNewMessages() throws MessagingException {
        telling(() -> {
            super.waitForNewMessages();
            return true;
        });
    }

    /** Whoever stops does not wait for a server that may have gone silent. */
    @Override
    public void cancelPing() {
        closing.execute(super::cancelPing);
    }

    /** As {@link #cancelPing()}. */
    @Override
    public void destroy() {
        closing.execute(super::destroy);
    }

    private IMAPFolder folder() {
        return (IMAPFolder) Objects.requireNonNull(getFolder());
    }

    /** Spring Integration tries again after a failure of the mail library; at any other it gives up for good. */
    private static <T> T telling(Step<T> step) throws MessagingException {
        try {
            return step.take();
        } catch (IOException | RuntimeException e) {
            throw new MessagingException(String.valueOf(e.getMessage()), e);
        }
    }

    private interface Step<T> {

        T take() throws MessagingException, IOException;
    }
}
