package dev.noroshi.mail;

import dev.noroshi.web.InstallationPart;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import org.springframework.stereotype.Component;

/** The window's mailbox, from which replies are read. */
@Component
class ImapPart implements InstallationPart {

    private final MailSettings settings;

    ImapPart(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public String key() {
        return "imap";
    }

    @Override
    public State state() {
        MailSettings.Imap imap = settings.imap();
        if (!imap.enabled()) {
            return State.off("—", "—");
        }
        String at = imap.host() + ":" + imap.port();
        try {
            look();
            return State.well(at, imap.user());
        } catch (MessagingException refused) {
            return State.ill(PlainText.oneLine(String.valueOf(refused.getMessage())), at, imap.user());
        }
    }

    /** Opens the mailbox and reads nothing. */
    private void look() throws MessagingException {
        try (Store store = Mailbox.session(settings).getStore("imap")) {
            store.connect();
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
            }
        }
    }
}
