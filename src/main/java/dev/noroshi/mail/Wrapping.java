package dev.noroshi.mail;

/**
 * Breaks lines of text at 35 full-width columns as Japanese typesetting does (禁則処理): no line begins with a closing sign
 * or a small kana, none ends with an opening bracket, and no word, link, address or composed character is broken.
 */
final class Wrapping {

    private static final String NOT_AT_START = "。、，．・：；？！‼⁇⁈⁉ー々〻ゝゞヽヾ゠‐–〜～…‥―％‰℃"
            + "」』）］｝〉》】〕〙〗｠»’”ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
            + "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､｣･ｧｨｩｪｫｬｭｮｯｰﾞﾟ,.)]}!?:;%";

    private static final String NOT_AT_END = "（「『【〔［｛〈《〘〖｟«‘“([{｢";

    private Wrapping() {}

    static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder();
        text.lines().forEach(line -> wrapLine(line, wrapped));
        return wrapped.toString();
    }

    private static void wrapLine(String line, StringBuilder to) {
        String rest = line;
        while (PlainText.width(rest) > PlainText.LINE) {
            int end = breakAt(rest);
            if (end >= rest.length()) {
                break;
            }
            to.append(rest.substring(0, end).stripTrailing()).append('\n');
            rest = rest.substring(end).stripLeading();
        }
        to.append(rest).append('\n');
    }

    private static int breakAt(String line) {
        int fits = fitting(line);
        for (int strictness = 2; strictness >= 0; strictness--) {
            for (int end = fits; end > 0; end = line.offsetByCodePoints(end, -1)) {
                if (mayBreak(line, end, strictness)) {
                    return end;
                }
            }
        }
        // A word longer than a line, such as a link, stays whole: broken it is of no use.
        int end = Math.max(fits, 1);
        while (end < line.length() && !mayBreak(line, end, 2)) {
            end = line.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static int fitting(String line) {
        int used = 0;
        int end = 0;
        while (end < line.length()) {
            int character = line.codePointAt(end);
            used += PlainText.width(character);
            if (used > PlainText.LINE) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /**
     * @param strictness 2: as typesetting has it; 1: a run of closing signs longer than a line may be broken; 0: one of
     *     opening brackets too
     */
    private static boolean mayBreak(String line, int at, int strictness) {
        String head = line.substring(0, at).stripTrailing();
        String tail = line.substring(at).stripLeading();
        if (head.isEmpty()) {
            return false;
        }
        if (tail.isEmpty()) {
            return true;
        }
        boolean space = head.length() < at || tail.length() < line.length() - at;
        int before = head.codePointBefore(head.length());
        int after = tail.codePointAt(0);
        if (isContinued(before, after) || !space && isWord(before) && isWord(after)) {
            return false;
        }
        boolean closing = NOT_AT_START.indexOf(after) >= 0;
        boolean opening = NOT_AT_END.indexOf(before) >= 0;
        return switch (strictness) {
            case 2 -> !closing && !opening;
            case 1 -> !opening && !isWord(before) && !isWord(after);
            default -> !isWord(before) && !isWord(after);
        };
    }

    /** Part of a word, number, link or address that is written without spaces. */
    private static boolean isWord(int character) {
        return character > ' ' && character < 0x80
                || Character.isLetterOrDigit(character)
                        && Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN
                        && character < 0xFF00;
    }

    /** Whether the two show as one character: a base and its marks, an emoji and its tone, a flag. */
    private static boolean isContinued(int before, int after) {
        boolean joined = before == 0x200D || after == 0x200D;
        boolean tone = after >= 0x1F3FB && after <= 0x1F3FF;
        boolean flag = isRegional(before) && isRegional(after);
        return joined || tone || flag || isMark(after) || after == 0xFF9E || after == 0xFF9F;
    }

    private static boolean isRegional(int character) {
        return character >= 0x1F1E6 && character <= 0x1F1FF;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
