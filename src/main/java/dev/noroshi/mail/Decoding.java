package dev.noroshi.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Bytes as text where the charset that a mail names is missing, unknown or a lie. */
final class Decoding {

    /** ISO-2022-JP with half-width kana and the characters that only Windows knows (①, ㈱, 髙). */
    private static final Charset JIS = Charset.forName("x-windows-iso2022jp");

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC = Charset.forName("EUC-JP");
    private static final Set<String> SHIFT_JIS_NAMES =
            Set.of("shift_jis", "shift-jis", "x-sjis", "sjis", "cp932", "ms932", "ms_kanji", "windows-31j");

    /** Names that mailers put on anything. */
    private static final Set<String> VAGUE = Set.of(
            "us-ascii", "ascii", "unknown-8bit", "x-unknown", "iso-8859-1", "latin1", "windows-1252", "utf-8", "utf8");

    private static final Pattern TWO_BYTES = Pattern.compile("[\\u0080-\\u07FF]");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]|\\p{IsHan}{2}");

    private Decoding() {}

    /** @param named the charset as the mail names it, empty for none */
    static String text(byte[] bytes, String named) {
        String name = named.toLowerCase(Locale.ROOT);
        if (hasEscapes(bytes) && !has8Bits(bytes)) {
            return new String(bytes, JIS);
        }
        Optional<String> utf8 = strictly(StandardCharsets.UTF_8, bytes)
                .filter(text -> !SHIFT_JIS_NAMES.contains(name)
                        || !TWO_BYTES.matcher(text).find());
        if (utf8.isPresent() && (has8Bits(bytes) || charset(name).isEmpty())) {
            return utf8.get();
        }
        return charset(name)
                .filter(known -> !VAGUE.contains(name))
                .flatMap(known -> strictly(known, bytes))
                .or(() -> guessed(bytes))
                .orElseGet(() -> new String(bytes, charset(name).orElse(SHIFT_JIS)));
    }

    /** The charset that decodes what a mail means by this name. */
    static Optional<Charset> charset(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SHIFT_JIS_NAMES.contains(lower)) {
            return Optional.of(SHIFT_JIS);
        }
        if (lower.startsWith("iso-2022-jp") || lower.equals("csiso2022jp")) {
            return Optional.of(JIS);
        }
        boolean usable = lower.matches("[a-z0-9][a-z0-9._:+-]*") && Charset.isSupported(lower);
        return usable ? Optional.of(Charset.forName(lower)) : Optional.empty();
    }

    private static Optional<String> guessed(byte[] bytes) {
        if (!has8Bits(bytes)) {
            return Optional.empty();
        }
        return List.of(EUC, SHIFT_JIS).stream()
                .flatMap(charset -> strictly(charset, bytes).stream())
                .filter(text -> JAPANESE.matcher(text).find())
                .findFirst();
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasEscapes(byte[] bytes) {
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (bytes[at] == 0x1B && (bytes[at + 1] == '$' || bytes[at + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static boolean has8Bits(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }
}
