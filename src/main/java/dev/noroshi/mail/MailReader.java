package dev.noroshi.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a raw mail apart: sender, subject, token, text, and whether a machine wrote it. */
final class MailReader {

    private static final Pattern TOKEN = Pattern.compile("\\[\\s*#\\s*((?:[0-9A-Z]\\s?){6,20})\\s*]");
    private static final Pattern CASE = Pattern.compile("(?<![0-9A-Z])R\\d{1,2}-D?\\d{4,9}(?![0-9])");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final Pattern ENCODED = Pattern.compile("=\\?([^?\\s]+)\\?([bBqQ])\\?([^?]*)\\?=");

    private MailReader() {}

    /**
     * A mail as understood.
     *
     * @param sender bare address in lower case; empty when there is none or more than one
     * @param messageId empty when there is none
     * @param incident number of a case that the subject names
     * @param references Message-IDs that it answers
     * @param machine why it counts as written by a machine, null for a person's
     * @param report what it says of another letter's delivery
     * @param authentication its Authentication-Results, topmost first
     */
    record ReadMail(
            String sender,
            String subject,
            String messageId,
            @Nullable String token,
            @Nullable String incident,
            List<String> references,
            String text,
            @Nullable String machine,
            @Nullable DeliveryReport report,
            List<String> authentication) {

        /** Of a mail that cannot be read at all. */
        static ReadMail unreadable() {
            return new ReadMail("", "", "", null, null, List.of(), "", null, null, List.of());
        }
    }

    static ReadMail read(byte[] raw) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        String sender = sender(message);
        String subject = PlainText.clip(PlainText.oneLine(decoded(header(message, "Subject"))), 2000);
        String text = MimeText.of(message);
        String machine = Machines.wrote(message, sender, subject, text);
        boolean bounce = "bounce".equals(machine);
        return new ReadMail(
                sender,
                subject,
                first(MESSAGE_ID, header(message, "Message-ID")),
                tokens(subject).stream().findFirst().orElse(null),
                incident(subject),
                references(message),
                bounce ? "" : text,
                machine,
                bounce ? DeliveryReport.of(message, raw, subject) : null,
                List.of(Optional.ofNullable(message.getHeader("Authentication-Results"))
                        .orElse(new String[0])));
    }

    /** Some mailers break a line within the token. */
    static Set<String> tokens(String text) {
        return all(TOKEN, Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT), 1).stream()
                .map(token -> token.replaceAll("\\s", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable String incident(String subject) {
        String folded = Normalizer.normalize(subject, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return all(CASE, folded, 0).stream().findFirst().orElse(null);
    }

    private static List<String> references(MimeMessage message) throws MessagingException {
        return new ArrayList<>(all(MESSAGE_ID, header(message, "In-Reply-To") + header(message, "References"), 0));
    }

    /** Two senders are none: nobody can tell which of them wrote. */
    private static String sender(MimeMessage message) throws MessagingException {
        String[] headers = message.getHeader("From");
        if (headers == null || headers.length != 1 || headers[0].isBlank()) {
            return "";
        }
        try {
            InternetAddress[] from = InternetAddress.parseHeader(withoutComments(headers[0]), false);
            boolean one = from.length == 1 && !from[0].isGroup() && from[0].getAddress() != null;
            String address = one ? from[0].getAddress().replaceAll("^<|>$", "") : "";
            return PlainText.oneLine(address).toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String withoutComments(String header) {
        return header.contains("\"") ? header : header.replaceAll("\\([^()]*\\)", "");
    }

    static String header(MimeMessage message, String name) throws MessagingException {
        String value = message.getHeader(name, null);
        return value == null ? "" : MimeUtility.unfold(value).strip();
    }

    /** A header's words, whether encoded, as raw bytes of any charset, or both. */
    static String decoded(String header) {
        boolean raw = header.chars().anyMatch(character -> character > 0x7F || character == 0x1B);
        String text = raw && header.chars().allMatch(character -> character < 0x100)
                ? Decoding.text(header.getBytes(StandardCharsets.ISO_8859_1), "")
                : header;
        return decodedWords(text);
    }

    /** Encoded words where they stand; those of one text that were cut between two bytes are joined first. */
    static String decodedWords(String text) {
        String joined = text.replaceAll("(=\\?[^?\\s]+\\?[bBqQ]\\?[^?]*\\?=)\\s+(?==\\?)", "$1");
        StringBuilder decoded = new StringBuilder();
        Matcher word = ENCODED.matcher(joined);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        while (word.find()) {
            if (word.start() > end || !word.group(1).equalsIgnoreCase(charset)) {
                decoded.append(Decoding.text(bytes.toByteArray(), charset));
                bytes.reset();
            }
            decoded.append(joined, end, word.start());
            charset = word.group(1).replaceFirst("\\*.*", "");
            bytes.writeBytes(octets(word.group(2), word.group(3)));
            end = word.end();
        }
        return decoded.append(Decoding.text(bytes.toByteArray(), charset))
                .append(joined.substring(end))
                .toString();
    }

    private static byte[] octets(String encoding, String word) {
        if (encoding.equalsIgnoreCase("b")) {
            return Base64.getMimeDecoder().decode(word.replaceAll("=+$|[^A-Za-z0-9+/]", ""));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher octet = Pattern.compile("=([0-9A-Fa-f]{2})|(.)").matcher(word);
        while (octet.find()) {
            String hex = octet.group(1);
            bytes.write(
                    hex != null
                            ? Integer.parseInt(hex, 16)
                            : octet.group(2).equals("_") ? ' ' : octet.group(2).charAt(0));
        }
        return bytes.toByteArray();
    }

    private static String first(Pattern pattern, String text) {
        return all(pattern, text, 0).stream().findFirst().orElse("");
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
