package dev.noroshi.incident;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which files may be kept: pictures, documents, mails, logs; never a program (no malware samples, domain.md §5.1). */
final class EvidenceRules {

    static final int LARGEST = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    /** They turn the direction of writing, break a line, or take no room; joiners within emoji do not count. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x{80}-\\x{9F}\\x{AD}\\x{61C}\\x{180E}\\x{200B}\\x{200E}\\x{200F}"
                    + "\\x{2028}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]");

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain"),
            Map.entry("log", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("json", "application/json"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

    /** How a file of the kind begins, in Latin-1; kinds without one are text. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "image/png", "\u0089PNG",
            "image/jpeg", "\u00ff\u00d8\u00ff",
            "image/gif", "GIF8",
            "image/webp", "RIFF",
            "application/pdf", "%PDF");

    private EvidenceRules() {}

    /** The last part of a path, without what a header, a file system or a reader could misread. */
    static String nameOf(@Nullable String name) {
        String last = name == null ? "" : name.replaceAll("(?s).*[/\\\\]", "");
        String plain = shown(last.replaceAll("[\\p{Cntrl}\"]", "")).strip();
        if (plain.isBlank()) {
            throw new RefusedFile("-");
        }
        if (plain.length() > LONGEST_NAME) {
            throw new RefusedFile(plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME / 2)) + "…");
        }
        return plain;
    }

    /**
     * A name that reads as it is: {@code photo[U+202E]gpj.log} for what a screen would show as {@code photogol.jpg}. The trick
     * is part of the evidence, so the character is named and not left out.
     */
    static String shown(String name) {
        return UNSEEN.matcher(name)
                .replaceAll(
                        unseen -> String.format("[U+%04X]", (int) unseen.group().charAt(0)));
    }

    /** @throws RefusedFile when the name's ending is not known, or the content is something else */
    static String mediaTypeOf(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        @Nullable String mediaType = KNOWN.get(ending);
        if (mediaType == null || content.length == 0 || !fits(mediaType, content)) {
            throw new RefusedFile(name);
        }
        if (content.length > LARGEST) {
            throw new LargeFile(name);
        }
        return mediaType;
    }

    private static boolean fits(String mediaType, byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 8), StandardCharsets.ISO_8859_1);
        @Nullable String beginning = BEGINNINGS.get(mediaType);
        if (beginning != null) {
            return head.startsWith(beginning);
        }
        if (mediaType.startsWith("application/vnd.")) {
            return head.startsWith("PK");
        }
        return !head.startsWith("MZ") && !head.startsWith("#!") && !hasZero(content);
    }

    private static boolean hasZero(byte[] content) {
        for (byte one : content) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }
}
