package dev.noroshi.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The server that takes our letters. */
@Component
class Smtp {

    private final Optional<JavaMailSenderImpl> server;
    private final MailSettings settings;
    private final Clock clock;

    Smtp(ObjectProvider<JavaMailSenderImpl> sender, MailSettings settings, Clock clock) {
        this.server = Optional.ofNullable(sender.getIfAvailable());
        this.settings = settings;
        this.clock = clock;
        server.ifPresent(configured -> {
            Properties properties = new Properties();
            properties.putAll(configured.getJavaMailProperties());
            Tls.apply(properties, "smtp", settings.tls(), settings.authority());
            configured.setJavaMailProperties(properties);
        });
    }

    boolean isConfigured() {
        return server.isPresent();
    }

    Transport connect() throws MessagingException {
        JavaMailSenderImpl configured = server.orElseThrow();
        String protocol = Optional.ofNullable(configured.getProtocol()).orElse("smtp");
        Transport line = configured.getSession().getTransport(protocol);
        String user = configured.getUsername();
        line.connect(
                configured.getHost(),
                configured.getPort(),
                user == null || user.isBlank() ? null : user,
                configured.getPassword());
        return line;
    }

    /** Returns when the server has taken it. */
    void send(Transport line, Outbox.Queued letter) throws MessagingException {
        List<String> usable = letter.to().stream().filter(Addresses::isUsable).toList();
        if (!usable.isEmpty()) {
            MimeMessage message = message(letter, usable);
            message.saveChanges();
            message.setHeader("Message-ID", letter.messageId());
            line.sendMessage(message, message.getAllRecipients());
        }
        if (usable.size() < letter.to().size()) {
            throw Addresses.refused(
                    usable,
                    letter.to().stream().filter(to -> !Addresses.isUsable(to)).toList());
        }
    }

    /** What the server's refusal means for the letter. */
    enum Refusal {
        /** Try again: the server is away, or busy, or says so. */
        FOR_NOW,
        /** Try again, but not for days: it refuses the letter, yet not its addressees, as a server badly set up does. */
        OF_LETTER,
        /** These addressees will never get it. */
        OF_ADDRESSEES
    }

    static Refusal refusal(MessagingException failure) {
        if (failure instanceof SendFailedException sending
                && sending.getInvalidAddresses() != null
                && sending.getInvalidAddresses().length > 0
                && isForGood(sending)) {
            return Refusal.OF_ADDRESSEES;
        }
        boolean letter = failure instanceof SMTPSendFailedException send && send.getReturnCode() >= 500
                || failure instanceof SMTPSenderFailedException sender && sender.getReturnCode() >= 500;
        return letter ? Refusal.OF_LETTER : Refusal.FOR_NOW;
    }

    /** Each refused addressee has its own answer of the server in a chain. */
    private static boolean isForGood(SendFailedException failure) {
        boolean answered = false;
        for (Exception next = failure.getNextException();
                next instanceof MessagingException;
                next = ((MessagingException) next).getNextException()) {
            if (next instanceof SMTPAddressFailedException one) {
                answered = true;
                if (one.getReturnCode() >= 500 && one.getReturnCode() != 552) {
                    return true;
                }
            }
        }
        return !answered;
    }

    private MimeMessage message(Outbox.Queued letter, List<String> usable) throws MessagingException {
        MimeMessage message = server.orElseThrow().createMimeMessage();
        message.setFrom(new InternetAddress(settings.from()));
        message.setReplyTo(new InternetAddress[] {new InternetAddress(settings.window())});
        for (String to : usable) {
            message.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
        }
        String token = letter.token() == null ? "" : " [#" + letter.token() + "]";
        message.setSubject(letter.subject() + token, "UTF-8");
        message.setText(letter.body(), "UTF-8", "plain");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        // Exchange sends no absence notes to us; reports of delivery must still come
        message.setHeader("X-Auto-Response-Suppress", "RN, NRN, OOF, AutoReply");
        if (letter.incident() != null) {
            message.setHeader("References", "<case." + letter.incident() + "@" + settings.domain() + ">");
        }
        message.setHeader(Machines.OURS, letter.token() == null ? "letter" : letter.token());
        return message;
    }
}
