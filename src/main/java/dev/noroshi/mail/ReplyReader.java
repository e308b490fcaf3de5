package dev.noroshi.mail;

import dev.noroshi.mail.MailEvent.Answer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person answered. Never guesses: the first sentence after greeting and name must say 了解 or 不在 as a whole, and
 * nothing that the person wrote after 了解 may take it back.
 */
final class ReplyReader {

    /** What is answered, before the answer: 「下記の件、」「ご連絡の件は」. */
    private static final String MATTER =
            "((本件|(表題|標記|下記|上記|こちら|(ご)?連絡)の件|内容|すべて|全て|全部|全件|いずれも|\\d{1,3}件(とも|すべて|全て)?)(について|は|を|、)*)?";

    private static final Pattern ACKNOWLEDGED = Pattern.compile("((はい|ok|okay|オーケー|オッケー)(です)?、?)?" + MATTER
            + "(了解|りょうかい|リョウカイ|了承|承知|拝承|確認|受領|受信|把握|拝受|拝読|拝見)(です|した|しました|致しました|いたしました|デス|シマシタ|イタシマシタ|済み?です|済み?|しています|しております)?"
            + "(、(すぐに?)?(対応|着手)(します|いたします|致します)|、すぐに?向かいます)?|(はい、?)?(すぐに?|至急|直ちに|ただちに|早急に|これから|今から)?(対応|着手)(します|いたします|致します|中です|中|しています|しております)|(すぐに?|これから|今から)向かいます|(はい、?)?(承りました|かしこまりました|畏まりました|分かりました|わかりました|オーケー(です)?)"
            + "|(yes,?)?(i|we)?(have)?(ok|okay|acknowledged?|understood|understand|noted|confirm|confirmed|received|roger(that)?|copythat|gotit|willdo)"
            + "(です|。)?(,?(thisemail|receipt|willdo|iamonit|onit))?");

    /** Since when or until when somebody is away; a day that is still to come says nothing about now. */
    private static final String AWAY =
            "((本人は|私は|わたしは|ただいま|只今|現在|本日は?|今日は|((明日|明後日|来週|今週いっぱい|(\\d{1,2}月)?\\d{1,2}日|\\d{1,2}/\\d{1,2})([(][月火水木金土日][)])?)まで)、?){0,3}";

    private static final Pattern ABSENT = Pattern.compile(AWAY + "、?"
            + "((不在|出張中|休暇中|外出中)(です|中です|にしています|にしております|でございます|のため対応できません)?"
            + "|休暇を(取得|いただい?て?|頂いて?)(中です|して(い|お)ります|います|おります))|absent|iamabsent");

    private static final Pattern GREETING = Pattern.compile("(いつも)?(大変)?(お疲れ様|お疲れさま|おつかれさま|お世話になって|お世話に成って)"
            + "(です|でございます|おります|います|でした)?|お世話様です|ご苦労様です|夜分(遅く)?に?(恐れ入ります|失礼します|失礼いたします|すみません|申し訳(ありません|ございません))?"
            + "|((ご)?(返信|返事|連絡|対応|確認)が?)?(大変)?遅く(なり|なって)(まして|ました)?、?(すみません|申し訳(ありません|ございません)|失礼しました)?"
            + "|おはようございます|こんにちは|こんばんは|お忙しいところ(恐れ入ります|失礼します|失礼いたします)?"
            + "|(早速の)?(ご)?(連絡|報告|対応)(いただき|を)?|ありがとうございました|有難うございます"
            + "|はい|(hi|hello|dear|good(morning|afternoon|evening))(,?[a-z.]{1,30})?|thank(s|you)([a-z]{0,40})?");
    private static final Pattern SALUTATION = Pattern.compile("[^、]{1,40}(様|御中|殿|各位|さん|先生)");
    /** 総務課の高橋です, ＣＩＳＯ佐藤です; without an office only after a greeting. */
    private static final Pattern OFFICE_AND_NAME =
            Pattern.compile("[^、はがを]{0,30}(課|部|室|係|局|所|庁|班|長|担当|責任者|ciso|csirt)(の|、)?"
                    + "[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}a-zー]{1,12}(です|でございます|と申します)");

    private static final Pattern NAME =
            Pattern.compile("[\\p{IsHan}\\p{IsKatakana}a-zー]{1,12}(です|でございます|と申します)|(thisis|iam|i'm|im)[a-z.]{2,40}");
    /** 「山田です。」 before anything else: a short name and nothing that could be a word for no. */
    private static final Pattern NAME_FIRST = Pattern.compile("[\\p{IsHan}\\p{IsKatakana}]{1,6}です");

    private static final Pattern COURTESY =
            Pattern.compile("、?(どうぞ|引き続き|以上、?)?(よろしくお願い(いた|致)?します|宜しくお願い(致|いた)?します|ありがとうございます)$"
                    + "|,?(withthanks|manythanks|thanks|thankyou|regards)$");

    /** Words that look like a refusal and are none. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(問題|異存|異議|異論|差し?支え|間違い|相違|もうしわけ|申し?訳)(は|も|が)?(ありません|ございません|ない)|すみません|(ご|お)?(返信|返事|連絡|電話|礼)(に)?(は|も|等は)?(ご|お)?不要"
                    + "|(恐れ入り|おそれいり|(お手数|ご面倒|ご迷惑)を?お?(掛け|かけ|おかけ)し)ますが|(恐縮|お手数|ご面倒|簡単|短文|夜分)ですが|不在(時|の(場合|とき|時|際))"
                    + "|(誤って|間違って|間違えて)[^。\n]{0,12}(受信|受け取|受取|届)"
                    + "|no (further |other )?(problem|objection|issue|worrie|concern|comment|question|doubt)s?|not a problem|\\b(tel|phone|fax|ext|extension|mobile|case|room)[ ]*no\\b");

    private static final Pattern CONTRADICTION = Pattern.compile(
            "不在|出張|休暇|外出|欠席|会議中|でき(ません|ない|かね|ず)|出来(ません|ない|かね|ず)|かねます|ません"
                    + "|しない|行けない|いけない|れない|わからない|分からない|ではない|じゃない|無理|困難|待って|お待ちくだ|ただし|但し|しかし|ですが|ましたが|ますが|けれど|けど"
                    + "|却下|訂正|取り?消|撤回|反対|拒否|拒絶|不可|不要|不同意|だめ|ダメ|駄目|まだ|未確認|未了|誤報|別件|対象外|保留|延期|断り|断る|辞退|無視|手一杯|内容(が|は)?不明|誰か(お願い|対応|代わ)|(?<![a-z])ng(?![a-z])|のちほど判断|(別|他|ほか|代わり|かわり)の(方|者|人)"
                    + "|難し|むずかし|厳しい|除(く|き|い)|のぞく|以外|でない|違います|違う|人違い|間違(え|って)|担当外|担当が(違|変わ|代わ)|異動(し|に|とな)|退職|退任"
                    + "|(代理|秘書|妻|夫|家族|部下|家の者|家内)です|代理で(返信|回答|連絡)|代筆|秘書の|に代わ(り|って)|申し伝え|伝言|本人(に|へ|は|が)"
                    + "|入院|病気|体調|欠勤|非番|産休|育休|病休|(休職|休業|療養)中|[\\x{1F44E}\\x{1F645}\\x{274C}\\x{274E}\\x{2716}\\x{1F6AB}\\x{26D4}×✕✗✘]"
                    + "|\\b(but|however|although|not|cannot|can't|unable|wait|hold|except|unless|no|never|reject|refuse|decline|disagree|object"
                    + "|absent|on leave|(?<!right )away|vacation|holiday|sick|ill|in hospital|unavailable|busy|nope|negative|cancel|disregard|ignore|(ask|tell) (him|her|somebody|someone)|let (him|her) know|wife|husband|secretary|assistant|on behalf|off duty|day off|retired|transferred|correction|mistake|wrong|instead|someone else)\\b|n't\\b|out of (the )?office");

    private static final Pattern APPROVED =
            Pattern.compile("(本件、?)?承認(です|する|します|しました|いたします|致します|いたしました)?|i?(approved?|approveit)");
    private static final Pattern REJECTED =
            Pattern.compile("(本件、?)?却下(です|する|します|しました|いたします|致します|いたしました)?|i?(rejected?|declined?)");
    private static final Pattern DELEGATED = Pattern.compile(
            "委任(?:先|する|します|いたします|致します)?[\\s、,:]*(?<after>(?![ぁ-ん])[^、。,:]{2,20}?)(?:さん|様|氏|殿)?(?:に|へ)?(?:お願いします|お願いいたします)?"
                    + "|(?:本件は?、?)?(?<before>[^、。,:]{2,20}?)(?:さん|様|氏|殿)?(?:に|へ)委任(?:する|します|いたします|致します|しました)"
                    + "|(?:i )?delegate(?:d)? (?:this )?(?:to )?(?<english>[a-z][a-z. -]{1,40}|[^\\x00-\\x7f]{2,20})");

    private ReplyReader() {}

    /**
     * What a reply says.
     *
     * @param delegate to whom it is delegated, as written; null when it is not
     * @param words its unquoted lines, shortened
     */
    record Reply(Answer answer, @Nullable String delegate, String words) {}

    static Reply read(String text) {
        String words = OwnWords.of(text);
        List<String> sentences = sentences(words);
        Answer answer = answer(sentences);
        boolean delegated = answer == Answer.DELEGATED;
        return new Reply(
                answer,
                delegated ? delegate(sentences.get(operativeAt(sentences))) : null,
                PlainText.clip(words, 1000));
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
        int at = operativeAt(sentences);
        if (at < 0) {
            return Answer.UNCLEAR;
        }
        Answer said = said(sentences.get(at));
        if (said == Answer.ABSENT || said == Answer.UNCLEAR) {
            return said;
        }
        List<String> rest = new ArrayList<>(sentences);
        if (said != Answer.ACKNOWLEDGED) {
            rest.remove(at);
        }
        // A word may be cut by the end of a line.
        boolean takenBack = rest.stream().anyMatch(ReplyReader::contradicts)
                || contradicts(String.join("", rest).replaceAll("\\s+", ""));
        boolean twoMinds = said != Answer.ACKNOWLEDGED
                && rest.stream()
                        .map(ReplyReader::said)
                        .anyMatch(other -> other != said && other != Answer.UNCLEAR && other != Answer.ACKNOWLEDGED);
        return takenBack || twoMinds ? Answer.UNCLEAR : said;
    }

    /** The first sentence after greeting and name; -1 where there is none. */
    private static int decisiveAt(List<String> sentences) {
        boolean greeted = false;
        for (int n = 0; n < sentences.size(); n++) {
            String sentence = withoutGreeting(bare(sentences.get(n)));
            greeted |= !sentence.equals(bare(sentences.get(n)));
            if (saying(sentence, sentences.get(n)) != Answer.UNCLEAR) {
                return n;
            }
            if (!isOpening(sentence, greeted) || contradicts(sentences.get(n))) {
                return -1;
            }
            greeted = true;
        }
        return -1;
    }

    /** The decisive sentence; where it says 了解, the one after it that hands on what it took: 「了解しました。佐藤に委任します」. */
    private static int operativeAt(List<String> sentences) {
        int at = decisiveAt(sentences);
        return at < 0 || said(sentences.get(at)) != Answer.ACKNOWLEDGED
                ? at
                : IntStream.range(at + 1, sentences.size())
                        .filter(n -> said(sentences.get(n)) == Answer.DELEGATED)
                        .findFirst()
                        .orElse(at);
    }

    private static Answer said(String sentence) {
        return saying(withoutGreeting(bare(sentence)), sentence);
    }

    private static Answer saying(String bare, String sentence) {
        if (ACKNOWLEDGED.matcher(bare).matches()) {
            return Answer.ACKNOWLEDGED;
        }
        if (ABSENT.matcher(bare).matches()) {
            return Answer.ABSENT;
        }
        if (APPROVED.matcher(bare).matches()) {
            return Answer.APPROVED;
        }
        if (REJECTED.matcher(bare).matches()) {
            return Answer.REJECTED;
        }
        boolean delegated = DELEGATED.matcher(plain(sentence)).matches() && !contradicts(sentence);
        return delegated ? Answer.DELEGATED : Answer.UNCLEAR;
    }

    private static String delegate(String sentence) {
        Matcher named = DELEGATED.matcher(plain(sentence));
        return named.matches()
                ? Stream.of("after", "before", "english")
                        .map(named::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("")
                        .strip()
                : "";
    }

    /** The sentence with its inner spaces, which part a name, without quotation marks and its end. */
    private static String plain(String sentence) {
        return sentence.replaceAll("[「」『』\"\\p{So}\\p{Cf}]+", "")
                .replaceAll("[。.!、,\\s]+$", "")
                .strip();
    }

    private static boolean isOpening(String sentence, boolean greeted) {
        return sentence.isEmpty()
                || GREETING.matcher(sentence).matches()
                || SALUTATION.matcher(sentence).matches()
                || OFFICE_AND_NAME.matcher(sentence).matches()
                || NAME_FIRST.matcher(sentence).matches()
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
                .replaceAll("[「」『』\"']+|[(](iphone|android)から送信[)]$|m[(]_+[)]m|[(][_.;]{0,3}[)]", "")
                .replaceAll("[。.!、,~〜]+$", "");
        return COURTESY.matcher(bare).replaceFirst("").replaceAll("[。.!、,]+$", "");
    }
}
