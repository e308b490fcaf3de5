package dev.noroshi.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Folds text for comparing and searching: widths, letter case, kana, spaces, and the variant characters usual in names.
 * Only keys are folded; what people typed stays as typed (髙 and 﨑 included).
 */
public final class SearchKey {

    private static final Map<Integer, Integer> VARIANTS =
            Map.of((int) '髙', (int) '高', (int) '﨑', (int) '崎', (int) '邊', (int) '辺', (int) '邉', (int) '辺');

    private static final int KATAKANA_TO_HIRAGANA = 'ァ' - 'ぁ';

    private SearchKey() {}

    /** The key of a text: two texts that read alike have the same. */
    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.codePoints()
                .filter(character -> !Character.isWhitespace(character) && !Character.isISOControl(character))
                .map(SearchKey::fold)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The key, no longer than the column that keeps it: a sign such as ㍿ or ﷺ folds into many. */
    static String kept(String key, int longest) {
        return key.length() <= longest
                ? key
                : key.substring(0, Character.isHighSurrogate(key.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static int fold(int character) {
        if (character >= 'ァ' && character <= 'ヶ') {
            return character - KATAKANA_TO_HIRAGANA;
        }
        return VARIANTS.getOrDefault(character, character);
    }
}
