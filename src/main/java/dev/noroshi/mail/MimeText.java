package dev.noroshi.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What a person reads first in a mail, as text; of a part that is broken, what can be read of it. */
final class MimeText {

    private static final int DEEPEST = 40;

    /** Nobody reads on after this many bytes, and no answer stands there. */
    private static final int LONGEST = 256 * 1024;

    static {
        // The parser's own switches; it knows no others than the JVM's.
        System.setProperty("mail.mime.base64.ignoreerrors", "true");
        System.setProperty("mail.mime.uudecode.ignoreerrors", "true");
        System.setProperty("mail.mime.ignoreunknownencoding", "true");
        System.setProperty("mail.mime.multipart.allowempty", "true");
        System.setProperty("mail.mime.parameters.strict", "false");
        System.setProperty("mail.mime.decodetext.strict", "false");
    }

    private MimeText() {}

    static String of(MimeMessage message) {
        return text(message, 0).orElse("");
    }

    private static Optional<String> text(Part part, int depth) {
        try {
            String type = type(part);
            if (depth > DEEPEST || isAttachment(part, depth)) {
                return Optional.empty();
            }
            if (type.startsWith("multipart/")) {
                return inMultipart(part, type, depth);
            }
            if (type.equals("text/html")) {
                return Optional.of(HtmlText.of(decoded(part)));
            }
            return isPlain(type) ? Optional.of(unfolded(part, decoded(part))) : Optional.empty();
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String type) {
        return type.equals("text/plain") || type.equals("text/enriched") || !type.contains("/");
    }

    static String type(Part part) throws MessagingException {
        String type = part.getContentType();
        return type == null ? "text/plain" : type.split("[;\\s]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isAttachment(Part part, int depth) throws MessagingException {
        if (depth == 0) {
            return false;
        }
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        } catch (ParseException e) {
            return false;
        }
    }

    /** Of alternatives the plain text, of other parts one after the other: what follows a picture may take back what stands before. */
    private static Optional<String> inMultipart(Part part, String type, int depth)
            throws MessagingException, IOException {
        byte[] bytes = part.getInputStream().readAllBytes();
        try {
            MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(bytes, part.getContentType()));
            if (parts.getCount() == 0) {
                return Optional.of(Decoding.text(start(bytes), ""));
            }
            return type.equals("multipart/alternative") ? firstOf(parts, depth) : allOf(parts, depth);
        } catch (MessagingException broken) {
            return Optional.of(Decoding.text(start(bytes), ""));
        }
    }

    private static Optional<String> firstOf(MimeMultipart parts, int depth) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            Optional<String> text = text(parts.getBodyPart(i), depth + 1).filter(words -> !words.isBlank());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> allOf(MimeMultipart parts, int depth) throws MessagingException {
        StringJoiner all = new StringJoiner("\n");
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            text(inner, depth + 1).filter(words -> !words.isBlank()).ifPresent(all::add);
        }
        return all.length() == 0 ? Optional.empty() : Optional.of(all.toString());
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        return Decoding.text(bytes(part), parameter(part, "charset"));
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream stream = part.getInputStream()) {
            return stream.readNBytes(LONGEST);
        } catch (MessagingException | IOException unknownEncoding) {
            try (InputStream raw = part instanceof MimeMessage message
                    ? message.getRawInputStream()
                    : ((MimeBodyPart) part).getRawInputStream()) {
                return raw.readNBytes(LONGEST);
            }
        }
    }

    private static byte[] start(byte[] bytes) {
        return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
    }

    private static String parameter(Part part, String name) throws MessagingException {
        try {
            String value = new ContentType(part.getContentType()).getParameter(name);
            return value == null ? "" : value.strip();
        } catch (ParseException e) {
            return "";
        }
    }

    /** Lines as the writer wrote them, where the mail program broke them for the way (RFC 3676). */
    private static String unfolded(Part part, String text) throws MessagingException {
        if (!parameter(part, "format").equalsIgnoreCase("flowed")) {
            return text;
        }
        boolean spaceGoes = parameter(part, "delsp").equalsIgnoreCase("yes");
        StringBuilder whole = new StringBuilder();
        for (String line : text.lines().toList()) {
            boolean flows = line.endsWith(" ") && !line.isBlank() && !line.equals("-- ");
            String kept = line.startsWith(" ") ? line.substring(1) : line;
            whole.append(flows && spaceGoes ? kept.substring(0, kept.length() - 1) : kept);
            whole.append(flows && !line.startsWith(">") ? "" : "\n");
        }
        return whole.toString();
    }
}
