package dev.noroshi.web;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds an individual number (個人番号) in any text, so that none is ever stored: twelve digits, half- or full-width, with
 * or without separators, with a valid check digit (番号利用法施行令 art. 8; 総務省令 art. 5).
 */
public final class MyNumbers {

    /** A few separators between digits; a longer run of digits is another kind of number. */
    private static final Pattern RUN =
            Pattern.compile("\\d(?:[\\s\\-‐‑‒–—―−ー_.・/,、]{0,3}\\d)*", Pattern.UNICODE_CHARACTER_CLASS);

    /** A date beside a time of day would make twelve digits, and reports are full of them. */
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)20\\d\\d([-/.])(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])(?!\\d)");

    /** As the card prints it, four by four, with whatever signs between: more kinds of them than may join any digits. */
    private static final Pattern FOURS = Pattern.compile(
            "(?<!\\d)(\\d{4})[^\\p{L}\\p{N}]{1,3}(\\d{4})[^\\p{L}\\p{N}]{1,3}(\\d{4})(?!\\d)",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** What nobody sees and a copy from a page may hold, such as a space without width. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private static final int LENGTH = 12;

    private MyNumbers() {}

    public static boolean in(String text) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        Matcher run = RUN.matcher(DATE.matcher(seen).replaceAll("年"));
        while (run.find()) {
            if (hidesNumber(run.group())) {
                return true;
            }
        }
        return FOURS.matcher(seen)
                .results()
                .anyMatch(fours -> isValid(fours.group(1) + fours.group(2) + fours.group(3)));
    }

    /** The run as a whole, or a part of it that separators set apart (a telephone number may stand beside it). */
    private static boolean hidesNumber(String run) {
        String[] groups = run.split("\\D", -1);
        for (int from = 0; from < groups.length; from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < groups.length && joined.length() < LENGTH; to++) {
                joined.append(groups[to]);
                if (joined.length() == LENGTH && isValid(joined)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isValid(CharSequence digits) {
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += Character.getNumericValue(digits.charAt(LENGTH - 1 - n)) * weight;
        }
        int rest = sum % 11;
        int check = rest <= 1 ? 0 : 11 - rest;
        return Character.getNumericValue(digits.charAt(LENGTH - 1)) == check;
    }
}
