package dev.noroshi;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Somebody of the fictional city with a mail program. */
record Mailbox(String address, int smtpPort, int imapPort) {

    record Mail(String id, String subject, String text) {}

    List<Mail> read() {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, "noroshi-demo");
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                List<Mail> mails = new ArrayList<>();
                for (Message message : folder.getMessages()) {
                    mails.add(new Mail(
                            ((MimeMessage) message).getMessageID(),
                            message.getSubject(),
                            String.valueOf(message.getContent())));
                }
                return mails;
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void answer(Mail mail, String words) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", smtpPort);
        MimeMessage reply = new MimeMessage(Session.getInstance(properties));
        try {
            reply.setFrom(address);
            reply.setRecipient(Message.RecipientType.TO, new InternetAddress("csirt@city.example.jp"));
            reply.setSubject("Re: " + mail.subject(), "UTF-8");
            reply.setHeader("In-Reply-To", mail.id());
            reply.setText(words + "\n\n> " + mail.text().replace("\n", "\n> "), "UTF-8");
            Transport.send(reply);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
