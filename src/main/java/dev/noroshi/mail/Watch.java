package dev.noroshi.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the mail server say when something has come (IMAP IDLE), so that an answer counts within a second. Where the server
 * does not offer it, or the connection is lost without a word, the regular look into the mailbox finds it too.
 */
@Component
class Watch implements SmartLifecycle {

    private static final long PAUSE_SECONDS = 5;

    private final Mailman mailman;
    private final boolean wanted;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private volatile boolean running;

    Watch(Mailman mailman, MailSettings settings, @Value("${noroshi.mail.imap.idle:true}") boolean idle) {
        this.mailman = mailman;
        this.wanted = idle && settings.imap().enabled();
    }

    @Override
    public void start() {
        running = true;
        if (wanted) {
            Thread thread = new Thread(this::watch, "mail-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        boolean offered = true;
        while (running && offered) {
            try (Store store = mailman.connect(true)) {
                offered = ((IMAPStore) store).hasCapability("IDLE");
                if (offered) {
                    watch(store);
                }
            } catch (MessagingException | IllegalStateException lost) {
                pause();
            }
        }
    }

    private void watch(Store store) throws MessagingException {
        try (Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);
            while (running) {
                mailman.fetch();
                ((IMAPFolder) folder).idle(true);
            }
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(PAUSE_SECONDS);
            while (running && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
