package dev.noroshi.mail;

import dev.noroshi.web.InstallationPart;
import jakarta.mail.MessagingException;
import org.springframework.stereotype.Component;

/** The window's mailbox, from which replies are read. */
@Component
class ImapPart implements InstallationPart {

    private final Mailman mailman;
    private final MailSettings settings;

    ImapPart(Mailman mailman, MailSettings settings) {
        this.mailman = mailman;
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
            mailman.look();
            return State.well(at, imap.user());
        } catch (MessagingException refused) {
            return State.ill(PlainText.oneLine(String.valueOf(refused.getMessage())), at, imap.user());
        }
    }
}
