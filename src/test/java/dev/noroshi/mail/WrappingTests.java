package dev.noroshi.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever stands in a letter, its lines are broken where typesetting allows. */
class WrappingTests {

    private static final String NOT_AT_START = "。、」』）〉》】〕・ー々ゝ？！ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
    private static final String NOT_AT_END = "「『（〈《【〔";
    private static final List<String> PIECES = List.of(
            "緊急時対応",
            "の",
            "計画",
            "を",
            "確認",
            "してください",
            "。",
            "、",
            "「",
            "」",
            "（",
            "）",
            "【",
            "】",
            "・",
            "ー",
            "々",
            "ゝ",
            "？",
            "！",
            "ちょっと",
            "キャッシュ",
            "ｶﾞｷﾞｸﾞ",
            "ﾊﾟｿｺﾝ",
            "か\u3099き\u3099",
            "𠮷野家",
            "😀",
            "👍🏽",
            "葛\uDB40\uDD00城",
            "R8-0012",
            " ",
            "OK",
            "2026-11-24",
            "csirt@city.example.jp",
            "http://noroshi.city.example.jp/incidents/R8-0012");

    @RepeatedTest(300)
    void anyTextIsBrokenAsTypesettingHasIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder("文");
        for (int i = 0; i < 60; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            boolean run = piece.charAt(0) > ' ' && piece.charAt(0) < 0x80
                    || NOT_AT_START.contains(piece)
                    || NOT_AT_END.contains(piece);
            text.append(piece).append(run ? "字" : "");
        }

        String wrapped = Wrapping.wrap(text.toString());

        assertThat(wrapped.replaceAll("\\s", "")).isEqualTo(text.toString().replaceAll("\\s", ""));
        assertThat(wrapped.lines()).allSatisfy(line -> {
            assertThat(PlainText.width(line)).isLessThanOrEqualTo(PlainText.LINE);
            assertThat(NOT_AT_START.indexOf(line.codePointAt(0))).isNegative();
            assertThat(NOT_AT_END.indexOf(line.codePointBefore(line.length()))).isNegative();
            assertThat(Character.isLowSurrogate(line.charAt(0))).isFalse();
            assertThat(Character.getType(line.codePointAt(0))).isNotEqualTo(Character.NON_SPACING_MARK);
        });
        assertThat(count(wrapped, "csirt@city.example.jp")).isEqualTo(count(text.toString(), "csirt@city.example.jp"));
        assertThat(count(wrapped, "http://noroshi.city.example.jp/incidents/R8-0012"))
                .isEqualTo(count(text.toString(), "http://noroshi.city.example.jp/incidents/R8-0012"));
        charactersStayWhole(text.toString(), wrapped);
    }

    private static void charactersStayWhole(String text, String wrapped) {
        BreakIterator whole = BreakIterator.getCharacterInstance(Locale.JAPANESE);
        whole.setText(text);
        int at = 0;
        for (int i = 0; i < wrapped.length(); i++) {
            if (wrapped.charAt(i) == '\n' && at < text.length()) {
                assertThat(whole.isBoundary(at)).as("break at %d", at).isTrue();
            }
            while (at < text.length() && Character.isWhitespace(text.charAt(at)) && wrapped.charAt(i) == '\n') {
                at++;
            }
            at += wrapped.charAt(i) == '\n' ? 0 : 1;
        }
    }

    @Test
    void halfWidthCountsHalf() {
        assertThat(Wrapping.wrap("a".repeat(70)).lines()).hasSize(1);
        assertThat(Wrapping.wrap("ｱ".repeat(70)).lines()).hasSize(1);
        assertThat(Wrapping.wrap("あ".repeat(35)).lines()).hasSize(1);
        assertThat(Wrapping.wrap("あ".repeat(36)).lines()).hasSize(2);
        assertThat(Wrapping.wrap("ｱ".repeat(71)).lines()).hasSize(2);
    }

    @Test
    void anOpeningBracketGoesWithItsWords() {
        assertThat(Wrapping.wrap("あ".repeat(34) + "「い」").lines()).containsExactly("あ".repeat(34), "「い」");
    }

    @Test
    void spacesDoNotHideAFullStop() {
        assertThat(Wrapping.wrap("あ".repeat(35) + "　。い").lines()).containsExactly("あ".repeat(34), "あ　。い");
    }

    @Test
    void aRunOfSignsLongerThanALineIsBrokenAllTheSame() {
        assertThat(Wrapping.wrap("ー".repeat(100)).lines())
                .allMatch(line -> PlainText.width(line) <= PlainText.LINE)
                .hasSize(3);
    }

    @Test
    void aLinkInBracketsLongerThanALineStaysWhole() {
        String link = "http://noroshi.city.example.jp/" + "x".repeat(80);

        assertThat(Wrapping.wrap("開けるときは（" + link + "）を見てください。").lines()).anyMatch(line -> line.contains(link));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length;
    }
}
