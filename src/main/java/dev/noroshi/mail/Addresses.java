package dev.noroshi.mail;

import dev.noroshi.web.TextRules;
import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.List;
import java.util.Locale;

/** Mail addresses as they come from the roster and from reports, and whether a letter can be sent to them. */
final class Addresses {

    private static final int LONGEST = 190;

    private Addresses() {}

    /**
     * The bare mailbox of what somebody wrote, without name and comment, an internationalised domain in its ASCII form.
     * What is none (a group, a list, a quoted or Japanese local part) comes back as one line that nothing is sent to, so
     * that one bad address stops no other.
     */
    static String bare(String written) {
        try {
            InternetAddress address = new InternetAddress(written.strip(), true);
            String bare = ascii(address.getAddress());
            if (TextRules.isMailbox(bare)) {
                return bare;
            }
        } catch (AddressException | IllegalArgumentException unusable) {
            return unusable(written);
        }
        return unusable(written);
    }

    static boolean isUsable(String address) {
        return TextRules.isMailbox(address);
    }

    /** Some have got the letter, and these never will. */
    static SendFailedException refused(List<String> reached, List<String> unusable) {
        return new SendFailedException(
                "メールアドレスとして使えません (not a usable address): " + String.join(" ", unusable),
                null,
                written(reached),
                new Address[0],
                written(unusable));
    }

    private static Address[] written(List<String> addresses) {
        return addresses.stream().map(Written::new).toArray(Address[]::new);
    }

    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }

    private static String unusable(String written) {
        return PlainText.clip(PlainText.oneLine(written.replace(',', ' ')), LONGEST);
    }

    /** An address as it stands there, whatever that is. */
    private static final class Written extends Address {

        private static final long serialVersionUID = 1;

        private final String text;

        Written(String text) {
            this.text = text;
        }

        @Override
        public String getType() {
            return "rfc822";
        }

        @Override
        public String toString() {
            return text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Written written && written.text.equalsIgnoreCase(text);
        }

        @Override
        public int hashCode() {
            return text.toLowerCase(Locale.ROOT).hashCode();
        }
    }
}
