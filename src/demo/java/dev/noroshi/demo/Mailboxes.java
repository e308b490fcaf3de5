package dev.noroshi.demo;

import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The mailboxes of the fictional city, as a mail program would see them. */
@Component
@ConditionalOnBooleanProperty("noroshi.demo.enabled")
class Mailboxes {

    /** A letter in a mailbox; its number counts from one. */
    record DemoLetter(int number, Instant at, String from, String subject, String text) {}

    private static final int PAGE = 20;

    private final JavaMailSender sender;
    private final String host;
    private final int port;

    Mailboxes(
            JavaMailSender sender,
            @Value("${noroshi.mail.imap.host}") String host,
            @Value("${noroshi.mail.imap.port}") int port) {
        this.sender = sender;
        this.host = host;
        this.port = port;
    }

    /** Newest first, at most a page of them: those with a number below {@code before}, which is null for the newest. */
    List<DemoLetter> letters(String address, @Nullable Integer before) {
        return read(address, folder -> {
            int last = before == null ? folder.getMessageCount() : Math.min(before - 1, folder.getMessageCount());
            List<DemoLetter> letters = new ArrayList<>();
            for (int number = last; number > Math.max(0, last - PAGE); number--) {
                letters.add(letterOf(folder.getMessage(number)));
            }
            return letters;
        });
    }

    /** Answers a letter as the owner of the mailbox would. */
    void reply(String address, int number, String text) {
        read(address, folder -> {
            Message letter = folder.getMessage(number);
            MimeMessage reply = (MimeMessage) letter.reply(false);
            reply.setFrom(new InternetAddress(address));
            reply.setText(text + "\n\n> " + textOf(letter).strip().replace("\n", "\n> ") + "\n", "UTF-8");
            sender.send(reply);
            return true;
        });
    }

    private static DemoLetter letterOf(Message message) throws MessagingException, IOException {
        Address[] from = message.getFrom();
        String sender = from == null || from.length == 0 ? "" : ((InternetAddress) from[0]).getAddress();
        String subject = message.getSubject();
        return new DemoLetter(
                message.getMessageNumber(),
                message.getReceivedDate().toInstant(),
                sender,
                subject == null ? "" : subject,
                textOf(message));
    }

    private static String textOf(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(textOf(parts.getBodyPart(i)));
            }
            return text.toString();
        }
        return part.isMimeType("text/plain") ? content.toString() : "";
    }

    private <T> T read(String address, Reading<T> reading) {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect(host, port, address, City.PASSWORD);
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                return reading.of(folder);
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the demo's mailbox " + address + " cannot be read", e);
        }
    }

    private interface Reading<T> {
        T of(Folder folder) throws MessagingException, IOException;
    }
}
