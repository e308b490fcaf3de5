package dev.noroshi.mail;

import dev.noroshi.web.TextRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's mail.
 *
 * @param from sender of every letter
 * @param window 統一的な窓口: where people answer to, read over IMAP
 * @param locale language of letters to officials
 * @param phone number of the window, in every letter
 * @param site address of the application, for links that may be stripped
 * @param tls how the connection to the server that takes our letters is secured
 * @param authority certificates (PEM) of the city's own authority, for both servers
 * @param alternates further addresses from which a person may answer, by the person's address in the roster
 * @param letters folder of the city's own letter templates, used before those that ship
 */
@ConfigurationProperties("noroshi.mail")
record MailSettings(
        @DefaultValue("csirt@city.example.jp") String from,
        @DefaultValue("csirt@city.example.jp") String window,
        @DefaultValue("ja") Locale locale,
        @DefaultValue("0175-00-0000") String phone,
        @DefaultValue("http://localhost:8080") String site,
        @Nullable Path letters,
        @DefaultValue("optional") Tls.Wish tls,
        @Nullable Path authority,
        @DefaultValue Map<String, List<String>> alternates,
        @DefaultValue Approval approval,
        @DefaultValue Imap imap) {

    MailSettings {
        requireMailbox("from", from);
        requireMailbox("window", window);
    }

    private static void requireMailbox(String name, String address) {
        if (!TextRules.isMailbox(address)) {
            throw new IllegalArgumentException(
                    "noroshi.mail." + name + " is not a mail address such as csirt@city.example.jp");
        }
    }

    /**
     * Whether a reply may approve or reject what a step asks (承認・却下).
     *
     * @param enabled off unless the city decides so
     * @param server name (authserv-id) of the city's mail server, whose word on a sender's identity counts
     */
    record Approval(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("") String server) {}

    /**
     * The window's mailbox.
     *
     * @param pollDelay how long after a look into it the next one is taken
     * @param idle whether the server may say by itself when something has come
     */
    record Imap(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("143") int port,
            @DefaultValue("optional") Tls.Wish tls,
            @DefaultValue("csirt@city.example.jp") String user,
            @DefaultValue("") String password,
            @DefaultValue("PT3S") Duration pollDelay,
            @DefaultValue("true") boolean idle) {}

    /** The address in the roster of whoever writes from here. */
    String mainAddress(String sender) {
        return alternates.entrySet().stream()
                .filter(person -> person.getValue().stream().anyMatch(sender::equalsIgnoreCase))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(sender);
    }

    String domain() {
        return domainOf(window);
    }

    static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
