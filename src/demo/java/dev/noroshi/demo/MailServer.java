package dev.noroshi.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** The fictional city's mail server: SMTP and IMAP on loopback, every address of the city a mailbox. */
public final class MailServer implements AutoCloseable {

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /** A port of 0 takes any that is free. */
    public static MailServer start(int smtpPort, int imapPort) {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        try {
            server.start();
        } catch (IllegalStateException e) {
            server.stop();
            throw new CannotStart(
                    "メール用のポート " + smtpPort + "（SMTP）または " + imapPort
                            + "（IMAP）は使用中です。noroshi.demo.smtp-port と noroshi.demo.imap-port で別の番号を指定してください。",
                    "Port " + smtpPort + " (SMTP) or " + imapPort
                            + " (IMAP) for mail is taken. Name others with noroshi.demo.smtp-port and noroshi.demo.imap-port.",
                    e);
        }
        City.mailboxes().forEach(address -> addMailbox(server, address));
        server.getUserManager().setMessageDeliveryHandler((message, address) -> mailbox(server, address.getEmail()));
        return new MailServer(server);
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static GreenMailUser mailbox(GreenMail server, String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        return user != null ? user : addMailbox(server, address);
    }

    private static GreenMailUser addMailbox(GreenMail server, String address) {
        try {
            return server.getUserManager().createUser(address, address, City.PASSWORD);
        } catch (UserException e) {
            throw new IllegalStateException("no mailbox for " + address, e);
        }
    }
}
