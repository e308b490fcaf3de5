package dev.noroshi.mail;

import dev.noroshi.mail.MailEvent.Answer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what a person answered. Never guesses: only a whole first sentence that says so is 了解 or 不在. */
final class ReplyReader {

    private static final Pattern ACKNOWLEDGED = Pattern.compile("(はい、?)?(本件、?|内容を?、?)?"
            + "(了解|りょうかい|リョウカイ|了承|承知|拝承|確認|受領|受信|把握)(です|した|しました|致しました|いたしました|済み?です|済み?|しています|しております)?"
            + "(、(すぐに?)?(対応|着手)(します|いたします|致します)|、すぐに?向かいます)?|(はい、?)?(承りました|かしこまりました|畏まりました|分かりました|わかりました|オーケー(です)?)"
            + "|(ok|okay|acknowledged|understood|noted|confirmed|roger)(です|。)?");
    private static final Pattern ABSENT = Pattern.compile("(本人は|ただいま|只今|現在|本日|本日は|今日は)?、?"
            + "(不在|出張中|休暇中|外出中)(です|中です|にしています|にしております|でございます|のため対応できません)?|absent|iamabsent");
    private static final Pattern GREETING = Pattern.compile(
            "(いつも)?(大変)?(お疲れ様|お疲れさま|おつかれさま|お世話になって)" + "(です|でございます|おります|います|でした)?|お世話様です|ご苦労様です|夜分に?(恐れ入ります|失礼します)?");
    private static final Pattern COURTESY = Pattern.compile("、?(よろしくお願い(いた)?します|宜しくお願い(致|いた)?します|ありがとうございます)$");

    private static final Pattern QUOTED = Pattern.compile("\\s*[>＞|｜].*");
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?i)(on .{6,}wrote:|.*<[^<>\\s]+@[^<>\\s]+>.*[:：]|\\d{4}[年/-].*(のメール|が書きました|からのメッセージ|:)\\s*)");
    private static final Pattern QUOTE_BEGINS = Pattern.compile(
            "(?i)(-{2,}\\s*(original message|forwarded message|元のメッセージ|転送されたメッセージ).*|_{10,}|(from|差出人|送信者)\\s*[:：].*)");
    private static final Pattern SIGNATURE = Pattern.compile("-- ?|iPhoneから送信|(Sent from my|Androidから送信).*");

    private ReplyReader() {}

    /**
     * What a reply says.
     *
     * @param words its first unquoted lines, shortened
     */
    record Reply(Answer answer, String words) {}

    static Reply read(String text) {
        String words = firstLines(text);
        for (String sentence : Normalizer.normalize(words, Normalizer.Form.NFKC).split("(?<=[。.!?\n])")) {
            String bare = bare(sentence);
            if (!bare.isEmpty() && !GREETING.matcher(bare).matches()) {
                return new Reply(answer(bare), shortened(words));
            }
        }
        return new Reply(Answer.UNCLEAR, shortened(words));
    }

    private static Answer answer(String sentence) {
        if (ACKNOWLEDGED.matcher(sentence).matches()) {
            return Answer.ACKNOWLEDGED;
        }
        return ABSENT.matcher(sentence).matches() ? Answer.ABSENT : Answer.UNCLEAR;
    }

    /** The sentence without white space, full stop, emoji and courtesy; a question mark stays, so a question never counts. */
    private static String bare(String sentence) {
        String bare = sentence.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{So}\\p{Sk}\\p{Cf}\\uFE0F]+", "")
                .replaceAll("[「」『』\"']+|[(](iphone|android)から送信[)]$", "")
                .replaceAll("[。.!、,]+$", "");
        return COURTESY.matcher(bare).replaceFirst("").replaceAll("[。.!、,]+$", "");
    }

    private static String firstLines(String text) {
        List<String> own = new ArrayList<>();
        for (String line : text.lines().map(ReplyReader::visible).toList()) {
            if (QUOTE_BEGINS.matcher(line).matches() || (SIGNATURE.matcher(line).matches() && !own.isEmpty())) {
                break;
            }
            if (ATTRIBUTION.matcher(line).matches() && !own.isEmpty()) {
                break;
            }
            if (!line.isEmpty()
                    && !QUOTED.matcher(line).matches()
                    && !ATTRIBUTION.matcher(line).matches()) {
                own.add(line);
            }
        }
        return String.join("\n", own);
    }

    private static String visible(String line) {
        return PlainText.oneLine(line.replace('\u3000', ' '));
    }

    private static String shortened(String words) {
        return PlainText.clip(words, 240);
    }
}
