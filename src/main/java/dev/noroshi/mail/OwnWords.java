package dev.noroshi.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the writer of a mail wrote, without what the mail program quoted, signed or added. */
final class OwnWords {

    private static final int LONGEST = 500;

    private static final Pattern QUOTED = Pattern.compile("\\s*(?:[>＞≫》|｜│┃]|[A-Za-z]{1,8}> ).*");

    /** The line (or the second of two) by which a mail program says whom it quotes. */
    private static final Pattern ATTRIBUTION =
            Pattern.compile("(?i)(on .{6,}(wrote|writes)\\s*[:：]|.*\\b(wrote|writes)\\s*[:：]"
                    + "|.*<[^<>\\s]+@[^<>\\s]+>.*([:：]|のメール|書きました|wrote)\\s*[:：。]?"
                    + "|\\d{4}[年/-].*(のメール|書きました|からのメッセージ|より)\\s*[:：。]?|\\d{4}[年/-][^。]*[:：]"
                    + "|.{0,60}(さん|様)?(は|が)書きました\\s*[:：。]?)");

    private static final Pattern ATTRIBUTION_BEGINS = Pattern.compile(
            "(?i)(on (mon|tue|wed|thu|fri|sat|sun|\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\\d{4}.*|\\d{4}[年/-]\\d{1,2}[月/-]\\d{1,2}日?.*)");
    private static final Pattern ATTRIBUTION_ENDS = Pattern.compile("(?i).*(wrote|書きました|のメール|@[^<>\\s]+>)\\s*[:：。]?");
    private static final Pattern QUOTE_BEGINS =
            Pattern.compile("(?i)[-=*_\\s]*(original message|forwarded message|reply message"
                    + "|元のメッセージ|元メッセージ|転送されたメッセージ|元のメール|original appointment|begin forwarded message:?)[-=*_\\s]*"
                    + "|[-=*]{2,}.*(original message|元のメッセージ|転送).*|_{10,}|\\**(from|差出人|送信者|送信元|発信者)\\**\\s*[:：].*"
                    + "|[-=*＜【（(<\\[《\\s]*(以下、?|ここから)?(引用|元メール|受信メール|原文)(開始|ここから|文|部分)?[-=*＞】）)>\\]》:：\\s]*");
    private static final Pattern QUOTE_ENDS = Pattern.compile("[-=*＜【（(<\\[\\s]*引用(ここまで|終わり|終了|終)[-=*＞】）)>\\]\\s]*");
    private static final Pattern OUR_LETTER = Pattern.compile("(何が：|what: ).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?i)-- ?|[(（]?(my )?(iphone|ipad|android|.{0,12}(スマートフォン|携帯))から送信.*"
                    + "|(sent from|get outlook|outlook for).*|.{0,20}(メールアプリ|outlook for ios|outlook).{0,12}(から送信|を入手).*");
    private static final Pattern DISCLAIMER = Pattern.compile(
            "(?i)[*※【\\[(（\\s]*(本メール|このメール|本電子メール|本メッセージ|当メール|this (e-?mail|message)|confidential|機密|守秘).*"
                    + "(誤って|誤送信|意図し|intended|confidential|privileged|機密|守秘|秘密情報|受信者以外|名宛人).*");
    private static final Pattern BANNER =
            Pattern.compile("(?i)[*※\\[【<＜(（⚠!！\\s]*(caution|external|外部(から)?の?メール|外部メール|庁外|社外|注意[:：]).{0,80}");

    private OwnWords() {}

    static String of(String text) {
        List<String> lines =
                text.lines().map(OwnWords::visible).flatMap(OwnWords::pieces).toList();
        boolean marked = lines.stream().anyMatch(line -> QUOTED.matcher(line).matches());
        List<String> own = new ArrayList<>();
        int at = 0;
        while (at < lines.size() && !ends(lines, at, own.isEmpty(), marked)) {
            if (isUnmarkedQuotation(lines, at)) {
                at = afterQuotation(lines, at);
            } else if (isAttributionOfTwo(lines, at)) {
                at += 2;
            } else {
                keep(lines.get(at), own);
                at++;
            }
        }
        return String.join("\n", own);
    }

    private static void keep(String line, List<String> own) {
        boolean banner = own.isEmpty()
                && (BANNER.matcher(line).matches() || DISCLAIMER.matcher(line).matches());
        if (!line.isEmpty()
                && !banner
                && !QUOTED.matcher(line).matches()
                && !ATTRIBUTION.matcher(line).matches()
                && !(own.isEmpty() && SIGNATURE.matcher(line).matches())) {
            own.add(line);
        }
    }

    /** Whether the rest of the mail is no longer the writer's. */
    private static boolean ends(List<String> lines, int at, boolean nothingYet, boolean marked) {
        String line = lines.get(at);
        if (isQuotation(lines, at)) {
            return !isUnmarkedQuotation(lines, at);
        }
        if (nothingYet) {
            return false;
        }
        boolean attribution = ATTRIBUTION.matcher(line).matches() || isAttributionOfTwo(lines, at);
        return attribution && !marked
                || SIGNATURE.matcher(line).matches()
                || DISCLAIMER.matcher(line).matches();
    }

    private static boolean isQuotation(List<String> lines, int at) {
        String line = lines.get(at);
        boolean letter = OUR_LETTER.matcher(line).matches()
                && at + 1 < lines.size()
                && lines.get(at + 1).matches("(?i)(どこで：|where: ).*");
        return letter || !line.isEmpty() && QUOTE_BEGINS.matcher(line).matches();
    }

    /** Whether a quotation begins here that says itself where it ends. */
    private static boolean isUnmarkedQuotation(List<String> lines, int at) {
        return isQuotation(lines, at) && afterQuotation(lines, at) > at;
    }

    private static int afterQuotation(List<String> lines, int at) {
        for (int end = at + 1; end < lines.size(); end++) {
            if (QUOTE_ENDS.matcher(lines.get(end)).matches()) {
                return end + 1;
            }
        }
        return at;
    }

    /** Mail programs break this line too: 「2026年11月23日(月) 9:05 窓口」, then the address and a colon. */
    private static boolean isAttributionOfTwo(List<String> lines, int at) {
        return at + 1 < lines.size()
                && ATTRIBUTION_BEGINS.matcher(lines.get(at)).matches()
                && !ATTRIBUTION.matcher(lines.get(at)).matches()
                && ATTRIBUTION_ENDS.matcher(lines.get(at + 1)).matches();
    }

    /** A line without end is looked at in pieces. */
    private static Stream<String> pieces(String line) {
        int count = Math.max(1, (line.length() + LONGEST - 1) / LONGEST);
        return IntStream.range(0, count)
                .mapToObj(n -> line.substring(n * LONGEST, Math.min(line.length(), (n + 1) * LONGEST)));
    }

    private static String visible(String line) {
        return PlainText.oneLine(line.replace('\u3000', ' ').replace('\u00A0', ' '));
    }
}
