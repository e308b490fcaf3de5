package dev.noroshi.mail;

import dev.noroshi.web.InstallationPart;
import jakarta.mail.MessagingException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The server that takes our letters, and how many wait for it. */
@Component
class SmtpPart implements InstallationPart {

    private final ObjectProvider<JavaMailSenderImpl> sender;
    private final Outbox outbox;

    SmtpPart(ObjectProvider<JavaMailSenderImpl> sender, Outbox outbox) {
        this.sender = sender;
        this.outbox = outbox;
    }

    @Override
    public String key() {
        return "smtp";
    }

    @Override
    public State state() {
        JavaMailSenderImpl server = sender.getIfAvailable();
        if (server == null) {
            return State.off("—", "0");
        }
        String at = server.getHost() + ":" + server.getPort();
        String waiting = String.valueOf(outbox.waiting());
        try {
            server.testConnection();
            return State.well(at, waiting);
        } catch (MessagingException refused) {
            return State.ill(PlainText.oneLine(String.valueOf(refused.getMessage())), at, waiting);
        }
    }
}
