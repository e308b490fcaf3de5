package dev.noroshi.mail;

import org.springframework.stereotype.Service;

/** Letters out, replies in. */
@Service
public class Mails {

    /** Queues a letter in this transaction; it leaves after commit, within seconds. A repeat of its key does nothing. */
    public void queue(Letter letter) {
        throw new UnsupportedOperationException("mail");
    }
}
