package dev.noroshi.mail;

import dev.noroshi.mail.StormStore.Member;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reply to a list: it means the cases whose numbers it names, or all where it names none.
 *
 * @param meant the letters of the list that it answers; none where it names a case that the list does not hold
 */
record ListReply(List<Member> meant, ReplyReader.Reply reply) {

    private static final Pattern NUMBER = Pattern.compile("(?<![A-Z0-9])R\\d+-D?\\d{4,}(?:-C\\d+)?(?!\\d)");

    static ListReply read(String text, List<Member> asked) {
        String words = Normalizer.normalize(OwnWords.of(text), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("(?<=[0-9R])\\s*[-‐‑–−ーｰ]\\s*(?=[0-9DC])", "-");
        Set<String> named = NUMBER.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(ListReply::incident)
                .collect(Collectors.toSet());
        // What stands between and behind the numbers is no part of the answer: 「R8-0012、R8-0013は了解」.
        String answer = words.replaceAll(
                "[(\\[「]?" + NUMBER.pattern() + "[)\\]」]?(?:[\\s、,・と]*(?:は|について|に|:|については)?[\\s、,]*)", " ");
        ReplyReader.Reply reply = ReplyReader.read(named.isEmpty() ? text : answer);
        List<Member> meant = asked.stream()
                .filter(member -> named.isEmpty() || named.contains(member.incident()))
                .toList();
        boolean foreign = !named.stream()
                .allMatch(number ->
                        asked.stream().anyMatch(member -> member.incident().equals(number)));
        return new ListReply(foreign ? List.of() : meant, reply);
    }

    private static String incident(String number) {
        return number.replaceFirst("-C\\d+$", "");
    }
}
