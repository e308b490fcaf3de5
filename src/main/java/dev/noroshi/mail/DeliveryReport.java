package dev.noroshi.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail server says of a letter that it could not deliver (RFC 3464), or, of servers that speak in prose, what can be
 * told from the whole mail.
 *
 * @param failed whether it is given up; otherwise the server still tries, or has delivered it
 * @param recipients to whom it could not be delivered, lower case; empty where the server does not say
 * @param mentioned addresses anywhere in its prose, lower case
 * @param messageIds of letters that it speaks of
 * @param tokens of letters that it speaks of
 * @param reason in the server's words
 */
record DeliveryReport(
        boolean failed,
        Set<String> recipients,
        Set<String> mentioned,
        Set<String> messageIds,
        Set<String> tokens,
        String reason) {

    private static final Pattern RECIPIENT = Pattern.compile(
            "(?im)^(?:final|original)-recipient:\\s*(?:[a-z0-9-]+\\s*;)?\\s*<?([^<>\\s;]+@[^<>\\s;]+)>?");
    private static final Pattern ADDRESS = Pattern.compile("([^<>\\s;:,\"()\\[\\]]{1,64}@[a-z0-9.-]{1,200}[a-z0-9])");
    private static final Pattern FAILED_HEADER = Pattern.compile("(?im)^x-failed-recipients:\\s*(.+(?:\\R[ \\t].+)*)$");
    private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*([a-z]+)");
    private static final Pattern REASON = Pattern.compile("(?im)^(?:diagnostic-code|status):\\s*(.+)$");
    private static final Pattern PROSE_REASON = Pattern.compile("(?m)^.*\\b[45]\\d\\d[ -][45]?\\.?\\d?.*$");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^message-id:\\s*(<[^<>\\s]+>)");
    private static final Pattern REFERENCE = Pattern.compile("(?im)^(?:in-reply-to|references):\\s*(<[^\\r\\n]+)");
    private static final Pattern TOKEN_HEADER = Pattern.compile("(?im)^x-noroshi:\\s*([0-9A-Z]{6,20})\\s*$");
    private static final Pattern DELAYED =
            Pattern.compile("(?i)\\bdelayed\\b|will (keep|retry)|still being retried|遅延|再送を続け");

    /** Reads the whole mail as lines, its encoded parts too where they are plain text. */
    static DeliveryReport of(MimeMessage message, byte[] raw, String subject) throws MessagingException {
        String text = new String(raw, 0, Math.min(raw.length, 256 * 1024), StandardCharsets.UTF_8) + "\n"
                + MimeText.of(message);
        Set<String> actions = all(ACTION, text.toLowerCase(Locale.ROOT));
        boolean failed = actions.isEmpty()
                ? !DELAYED.matcher(subject).find()
                        && !DELAYED.matcher(MimeText.of(message)).find()
                : actions.contains("failed");
        String told = failed ? aboutTheUnreached(text) : text;
        Set<String> recipients = all(RECIPIENT, told.toLowerCase(Locale.ROOT));
        for (String several : all(FAILED_HEADER, text.toLowerCase(Locale.ROOT))) {
            recipients.addAll(all(ADDRESS, several));
        }
        Set<String> ids = all(MESSAGE_ID, text);
        for (String references : all(REFERENCE, text)) {
            ids.addAll(all(Pattern.compile("(<[^<>\\s]+>)"), references));
        }
        Set<String> tokens = all(TOKEN_HEADER, text);
        tokens.addAll(MailReader.tokens(subject));
        tokens.addAll(MailReader.tokens(MailReader.decodedWords(text)));
        String reason = first(REASON, told, first(PROSE_REASON, text, subject));
        Set<String> mentioned = all(ADDRESS, text.toLowerCase(Locale.ROOT));
        return new DeliveryReport(
                failed, recipients, mentioned, ids, tokens, PlainText.clip(PlainText.oneLine(reason), 200));
    }

    /** Without what it says of single addressees whom the letter has reached, or may still reach. */
    private static String aboutTheUnreached(String text) {
        return Stream.of(text.replace("\r\n", "\n").split("\n[ \t]*\n"))
                .filter(part -> {
                    Set<String> actions = all(ACTION, part.toLowerCase(Locale.ROOT));
                    return actions.isEmpty() || actions.contains("failed");
                })
                .collect(Collectors.joining("\n\n"));
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(matcher.groupCount() > 0 ? 1 : 0).strip() : otherwise;
    }
}
