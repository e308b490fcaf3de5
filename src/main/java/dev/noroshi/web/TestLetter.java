package dev.noroshi.web;

/** Sends a letter that only proves that letters arrive; {@code mail}, rows above, does it. */
public interface TestLetter {

    /** @throws InvalidInput naming {@code to} for what is no mail address */
    void send(String to);
}
