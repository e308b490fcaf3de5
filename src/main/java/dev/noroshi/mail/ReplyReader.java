package dev.noroshi.mail;

import dev.noroshi.mail.MailEvent.Answer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what a person answered. Never guesses: the first sentence after greeting and name must say 了解 or 不在 as a whole, and
 * nothing that the person wrote after 了解 may take it back.
 */
final class ReplyReader {

    private static final Pattern ACKNOWLEDGED = Pattern.compile("(はい、?)?(本件、?|内容を?、?)?"
            + "(了解|りょうかい|リョウカイ|了承|承知|拝承|確認|受領|受信|把握)(です|した|しました|致しました|いたしました|済み?です|済み?|しています|しております)?"
            + "(、(すぐに?)?(対応|着手)(します|いたします|致します)|、すぐに?向かいます)?|(はい、?)?(承りました|かしこまりました|畏まりました|分かりました|わかりました|オーケー(です)?)"
            + "|(yes,?)?(i|we)?(have)?(ok|okay|acknowledged?|understood|understand|noted|confirm|confirmed|received|roger|gotit|willdo)"
            + "(です|。)?(,?(thisemail|receipt|willdo|iamonit|onit))?");
    private static final Pattern ABSENT = Pattern.compile("(本人は|ただいま|只今|現在|本日|本日は|今日は)?、?"
            + "(不在|出張中|休暇中|外出中)(です|中です|にしています|にしております|でございます|のため対応できません)?|absent|iamabsent");

    private static final Pattern GREETING = Pattern.compile("(いつも)?(大変)?(お疲れ様|お疲れさま|おつかれさま|お世話になって|お世話に成って)"
            + "(です|でございます|おります|います|でした)?|お世話様です|ご苦労様です|夜分(遅く)?に?(恐れ入ります|失礼します|失礼いたします)?"
            + "|おはようございます|こんにちは|こんばんは|お忙しいところ(恐れ入ります|失礼します|失礼いたします)?"
            + "|(早速の)?(ご)?(連絡|報告|対応)(いただき|を)?|ありがとうございました|有難うございます"
            + "|(hi|hello|dear|good(morning|afternoon|evening))(,?[a-z.]{1,30})?|thank(s|you)([a-z]{0,40})?");
    private static final Pattern SALUTATION = Pattern.compile("[^、]{1,40}(様|御中|殿|各位|さん|先生)");
    /** 総務課の高橋です, ＣＩＳＯ佐藤です; without an office only after a greeting. */
    private static final Pattern OFFICE_AND_NAME =
            Pattern.compile("[^、はがを]{0,30}(課|部|室|係|局|所|庁|班|長|担当|責任者|ciso|csirt)(の|、)?"
                    + "[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}a-zー]{1,12}(です|でございます|と申します)");

    private static final Pattern NAME =
            Pattern.compile("[\\p{IsHan}\\p{IsKatakana}a-zー]{1,12}(です|でございます|と申します)|(thisis|iam|i'm|im)[a-z.]{2,40}");
    private static final Pattern COURTESY = Pattern.compile(
            "、?(よろしくお願い(いた|致)?します|宜しくお願い(致|いた)?します|ありがとうございます)$|,?(manythanks|thanks|thankyou|regards)$");

    /** Words that look like a refusal and are none. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(問題|異存|異議|異論|差し?支え|間違い|相違|もうしわけ|申し?訳)(は|も|が)?(ありません|ございません|ない)|すみません|no (problem|objection)s?|not a problem");

    private static final Pattern CONTRADICTION = Pattern.compile(
            "不在|出張|休暇|外出|欠席|会議中|でき(ません|ない|かね|ず)|出来(ません|ない|かね|ず)|かねます|ません"
                    + "|しない|行けない|いけない|れない|わからない|分からない|ではない|じゃない|無理|困難|待って|お待ちくだ|ただし|但し|しかし|ですが|ましたが|ますが|けれど|けど"
                    + "|却下|訂正|取り?消|撤回|反対|拒否|拒絶|不可|不要|不同意|だめ|ダメ|駄目|まだ|未確認|未了|誤報|別件|対象外|保留|延期|のちほど判断|別の(方|者|人)|他の(方|者|人)|ほかの(方|者|人)"
                    + "|\\b(but|however|although|not|cannot|can't|unable|wait|hold|except|unless|no|never|reject|refuse|decline|disagree|object"
                    + "|absent|on leave|(?<!right )away|vacation|correction|mistake|wrong|instead|someone else)\\b|n't\\b|out of (the )?office");

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
        return new Reply(answer(sentences(words)), shortened(words));
    }

    private static List<String> sentences(String words) {
        return Stream.of(Normalizer.normalize(words, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .split("(?<=[。.!?\n])"))
                .filter(sentence -> !bare(sentence).isEmpty())
                .toList();
    }

    private static Answer answer(List<String> sentences) {
        boolean greeted = false;
        for (int n = 0; n < sentences.size(); n++) {
            String sentence = withoutGreeting(bare(sentences.get(n)));
            greeted |= !sentence.equals(bare(sentences.get(n)));
            if (ACKNOWLEDGED.matcher(sentence).matches()) {
                return sentences.stream().anyMatch(ReplyReader::contradicts) ? Answer.UNCLEAR : Answer.ACKNOWLEDGED;
            }
            if (ABSENT.matcher(sentence).matches()) {
                return Answer.ABSENT;
            }
            if (!isOpening(sentence, greeted) || contradicts(sentences.get(n))) {
                return Answer.UNCLEAR;
            }
            greeted = true;
        }
        return Answer.UNCLEAR;
    }

    private static boolean isOpening(String sentence, boolean greeted) {
        return sentence.isEmpty()
                || GREETING.matcher(sentence).matches()
                || SALUTATION.matcher(sentence).matches()
                || OFFICE_AND_NAME.matcher(sentence).matches()
                || (greeted && NAME.matcher(sentence).matches());
    }

    /** What follows 「お疲れ様です、」, 「CSIRT窓口様、」 or "Hi," in the same sentence. */
    private static String withoutGreeting(String sentence) {
        int comma = sentence.indexOf('、') < 0 ? sentence.indexOf(',') : sentence.indexOf('、');
        if (comma < 0) {
            return sentence;
        }
        String first = sentence.substring(0, comma);
        boolean opening =
                GREETING.matcher(first).matches() || SALUTATION.matcher(first).matches();
        return opening ? sentence.substring(comma + 1) : sentence;
    }

    private static boolean contradicts(String sentence) {
        String rest = HARMLESS.matcher(sentence).replaceAll("");
        return CONTRADICTION.matcher(rest).find();
    }

    /** The sentence without white space, full stop, emoji and courtesy; a question mark stays, so a question never counts. */
    private static String bare(String sentence) {
        String bare = sentence.replaceAll("[\\s\\p{So}\\p{Sk}\\p{Cf}\\uFE0F]+", "")
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
