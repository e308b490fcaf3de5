package dev.noroshi.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Takes a raw mail apart: sender, subject, token, text, and whether a machine wrote it. */
final class MailReader {

    private static final Pattern TOKEN = Pattern.compile("\\[\\s*#\\s*([0-9A-Z]{6,20})\\s*]");
    private static final Pattern MACHINE_SENDER =
            Pattern.compile("(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@.*");
    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile(
            "(?i)\\s*(re:\\s*)*(自動応答|自動返信|自動送信|不在通知|不在応答|不在のお知らせ|休暇中のお知らせ|automatic reply|auto[ -]?reply|auto[ -]?response|autoreply|out of( the)? office|vacation|undeliver|delivery status|delivery failure|mail delivery|returned mail|配信不能|配信できません|auto:).*|.*[【\\[(（](自動応答|自動返信|auto[ -]?reply)[】\\])）].*");
    private static final int DEEPEST = 8;

    private MailReader() {}

    /**
     * A mail as understood.
     *
     * @param machine why it counts as written by a machine, null for a person's
     */
    record ReadMail(
            String sender,
            String subject,
            @Nullable String token,
            String text,
            @Nullable String machine) {}

    static ReadMail read(byte[] raw) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        String sender = sender(message);
        String subject = PlainText.oneLine(subject(message));
        String machine = machine(message, sender, subject);
        String text = machine == null ? text(message, 0).orElse("") : "";
        return new ReadMail(sender, subject, token(subject), text, machine);
    }

    private static @Nullable String token(String subject) {
        Matcher matcher = TOKEN.matcher(
                Normalizer.normalize(subject, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String sender(MimeMessage message) throws MessagingException {
        String header = message.getHeader("From", null);
        if (header == null || header.isBlank()) {
            return "";
        }
        try {
            InternetAddress[] from = InternetAddress.parseHeader(header, false);
            String address = from.length == 0 ? null : from[0].getAddress();
            return address == null ? "" : PlainText.oneLine(address).toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String subject(MimeMessage message) throws MessagingException {
        String header = message.getHeader("Subject", null);
        if (header == null) {
            return "";
        }
        String unfolded = MimeUtility.unfold(header);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (IOException e) {
            return unfolded;
        }
    }

    private static @Nullable String machine(MimeMessage message, String sender, String subject)
            throws MessagingException {
        if (message.isMimeType("multipart/report")
                || has(message, "X-Failed-Recipients")
                || "<>".equals(header(message, "Return-Path"))) {
            return "bounce";
        }
        if (sender.isEmpty()) {
            return "no-sender";
        }
        if (MACHINE_SENDER.matcher(sender).matches()) {
            return "bounce";
        }
        String submitted = header(message, "Auto-Submitted");
        boolean automatic = !submitted.isEmpty() && !submitted.startsWith("no")
                || header(message, "Precedence").matches("bulk|junk|list|auto_reply")
                || has(message, "X-Autoreply")
                || has(message, "X-Autorespond")
                || has(message, "X-Vacation")
                || has(message, "List-Id")
                || AUTOMATIC_SUBJECT.matcher(subject).matches();
        return automatic ? "auto-reply" : null;
    }

    private static boolean has(MimeMessage message, String header) throws MessagingException {
        return message.getHeader(header) != null;
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String value = message.getHeader(name, null);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> text(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.empty();
        }
        if (part.isMimeType("multipart/*")) {
            return inMultipart(part, depth);
        }
        if (part.isMimeType("text/html")) {
            return Optional.of(plain(decoded(part)));
        }
        return part.isMimeType("text/*") ? Optional.of(decoded(part)) : Optional.empty();
    }

    /** The first part that says something; in alternatives the plain text comes first. */
    private static Optional<String> inMultipart(Part part, int depth) throws MessagingException, IOException {
        Multipart parts = new MimeMultipart(
                new jakarta.mail.util.ByteArrayDataSource(part.getInputStream(), part.getContentType()));
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            Optional<String> text = text(inner, depth + 1).filter(words -> !words.isBlank());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        byte[] bytes = part.getInputStream().readAllBytes();
        String named = charset(part);
        return switch (named) {
            case "iso-2022-jp", "iso-2022-jp-ms" -> in("x-windows-iso2022jp", bytes);
            case "shift_jis", "x-sjis", "shift-jis" -> in("windows-31j", bytes);
            case "", "us-ascii", "ascii", "unknown-8bit" -> guessed(bytes);
            default -> Charset.isSupported(named) ? in(named, bytes) : guessed(bytes);
        };
    }

    private static String charset(Part part) throws MessagingException {
        try {
            String named = new ContentType(part.getContentType()).getParameter("charset");
            boolean usable = named != null && named.matches("[A-Za-z0-9][A-Za-z0-9._:+-]*");
            return usable ? named.toLowerCase(Locale.ROOT) : "";
        } catch (ParseException e) {
            return "";
        }
    }

    private static String guessed(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet == 0x1B) {
                return in("x-windows-iso2022jp", bytes);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return in("windows-31j", bytes);
        }
    }

    private static String in(String charset, byte[] bytes) {
        return new String(bytes, Charset.forName(charset));
    }

    /** HTML as lines; what stands in a quotation gets the mark of one. */
    static String plain(String html) {
        String lines = html.replaceAll("(?is)<(script|style|head)\\b.*?</\\1>", "")
                .replaceAll("\\s+", " ")
                .replaceAll("(?i)<blockquote[^>]*>", "\n\u0001")
                .replaceAll("(?i)</blockquote>", "\n\u0002")
                .replaceAll("(?i)<(br|hr|/p|/div|/tr|/li|/h\\d|p|div)\\b[^>]*>", "\n")
                .replaceAll("(?s)<!--.*?-->|<[^>]*>", "");
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (String line : lines.split("\n")) {
            depth += line.startsWith("\u0001") ? 1 : 0;
            depth -= line.startsWith("\u0002") && depth > 0 ? 1 : 0;
            plain.append(depth > 0 ? "> " : "")
                    .append(HtmlUtils.htmlUnescape(line).replaceAll("[\u0001\u0002]", ""));
            plain.append('\n');
        }
        return plain.toString();
    }
}
