package dev.noroshi.mail;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * The window's mailbox as we may see it: open for reading only, whatever Spring Integration asks for, so that the server
 * itself refuses to mark anything, and without flags for it to set or to go by. Public, since the mail library makes it by
 * its name.
 */
public final class UnmarkedFolder extends IMAPFolder {

    public UnmarkedFolder(String fullName, char separator, IMAPStore store, Boolean isNamespace) {
        super(fullName, separator, store, isNamespace);
    }

    public UnmarkedFolder(ListInfo info, IMAPStore store) {
        super(info, store);
    }

    @Override
    public synchronized void open(int mode) throws MessagingException {
        super.open(READ_ONLY);
    }

    @Override
    public synchronized Flags getPermanentFlags() {
        return new Flags();
    }

    /** What the server calls new is what no mail program has opened yet; our position says what is new to us. */
    @Override
    public synchronized boolean hasNewMessages() {
        return false;
    }
}
