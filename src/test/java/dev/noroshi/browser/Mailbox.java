package dev.noroshi.browser;

import static org.awaitility.Awaitility.await;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSender;

/** The mail program of a person of the fictional city: reads by IMAP, answers by SMTP. */
record Mailbox(String account, int imapPort, JavaMailSender sender) {

    private String address() {
        return account + "@city.example.jp";
    }

    /** Waits for the letter whose subject has all of these words. */
    MimeMessage letter(String... words) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> find(words), Optional::isPresent)
                .orElseThrow();
    }

    void reply(MimeMessage letter, String words) throws MessagingException {
        MimeMessage reply = (MimeMessage) letter.reply(false);
        reply.setFrom(new InternetAddress(address()));
        reply.setText(words, "UTF-8");
        sender.send(reply);
    }

    private Optional<MimeMessage> find(String... words) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address(), "noroshi-demo");
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                for (Message message : folder.getMessages()) {
                    String subject = message.getSubject();
                    if (java.util.Arrays.stream(words).allMatch(subject::contains)) {
                        return Optional.of(new MimeMessage((MimeMessage) message));
                    }
                }
                return Optional.empty();
            }
        } catch (AuthenticationFailedException noLetterYet) {
            return Optional.empty();
        }
    }
}
