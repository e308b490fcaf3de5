package dev.noroshi.mail;

import dev.noroshi.mail.MailEvent.Answer;
import dev.noroshi.mail.StormStore.Member;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reply to a list: it means the cases whose numbers it names, or all where it names none.
 *
 * @param meant the letters of the list that it answers; none where it names a case that the list does not hold
 */
record ListReply(List<Member> meant, ReplyReader.Reply reply) {

    private static final Pattern NUMBER = Pattern.compile("(?<![A-Z0-9])R\\d+-D?\\d{4,}(?:-C\\d+)?(?!\\d)");

    /** What stands between and behind the numbers is no part of the answer: 「R8-0012、R8-0013は了解」. */
    private static final Pattern NUMBERED = Pattern.compile(
            "[(\\[「]?" + NUMBER.pattern() + "[)\\]」]?(?:[ \\t、,・と]*(?:とも|も|は|について|に|:|については)?[ \\t、,]*)");

    static ListReply read(String text, List<Member> asked) {
        String words = Normalizer.normalize(OwnWords.of(text), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("(?<=[0-9R])\\s*[-‐‑–−ーｰ]\\s*(?=[0-9DC])", "-");
        Set<String> named = NUMBER.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(ListReply::incident)
                .collect(Collectors.toSet());
        ReplyReader.Reply reply =
                named.isEmpty() ? ReplyReader.read(text) : ofNamed(words, PlainText.clip(OwnWords.of(text), 1000));
        List<Member> meant = asked.stream()
                .filter(member -> named.isEmpty() || named.contains(member.incident()))
                .toList();
        boolean foreign = !named.stream()
                .allMatch(number ->
                        asked.stream().anyMatch(member -> member.incident().equals(number)));
        return new ListReply(foreign ? List.of() : meant, reply);
    }

    /** All that is said of the numbers must be the same: of 「R8-0012は了解。R8-0013は後で」 nobody knows what it means for the second. */
    private static ReplyReader.Reply ofNamed(String words, String asWritten) {
        String[] said = NUMBERED.split(words, -1);
        ReplyReader.Reply reply = ReplyReader.read(String.join(" ", said));
        boolean before = ReplyReader.read(said[0]).answer() != Answer.UNCLEAR;
        boolean same = Stream.of(said)
                .skip(1)
                .filter(part -> !part.isBlank())
                .filter(part -> !before || !part.split("[。.!?\n]", 2)[0].isBlank())
                .allMatch(part -> ReplyReader.read(part).answer() == reply.answer());
        return new ReplyReader.Reply(same ? reply.answer() : Answer.UNCLEAR, same ? reply.delegate() : null, asWritten);
    }

    private static String incident(String number) {
        return number.replaceFirst("-C\\d+$", "");
    }
}
