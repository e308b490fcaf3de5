package dev.noroshi.mail;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.mail.StormStore.Member;
import dev.noroshi.mail.StormStore.Waiting;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the one letter that stands for many: what waits for an answer first, the highest level at the top. */
@Component
class ListLetters {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** What changes while a letter waits. */
    private static final List<String> TIMES = List.of("deadline", "climbAt", "climbTo");

    private static final Comparator<Item> URGENT = Comparator.<Item>comparingInt(
                    item -> -item.member().line().level())
            .thenComparing(item -> item.member().id());

    private final LetterTemplates templates;
    private final MailSettings settings;
    private final MessageSource messages;
    private final JapaneseDates dates;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ListLetters(
            LetterTemplates templates,
            MailSettings settings,
            MessageSource messages,
            JapaneseDates dates,
            Clock clock) {
        this.templates = templates;
        this.settings = settings;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    /** @param waits what is asked now; null where no answer is awaited */
    record Item(Member member, @Nullable Map<String, String> waits) {

        ListLine line() {
            return waits == null ? member.line() : member.line().with(waits);
        }

        boolean asks() {
            return waits != null;
        }
    }

    /**
     * The text of a letter that waited for others and that none joined, with the times that count now; empty where it must be
     * told otherwise, as what has been answered meanwhile.
     */
    Optional<String> alone(Item item, String body) {
        if (item.waits() == null) {
            return item.member().token() == null ? Optional.of(body) : Optional.empty();
        }
        String text = body;
        for (String place : TIMES) {
            String before = item.member().line().value(place);
            String now = item.line().value(place);
            if (!before.equals(now) && (before.isBlank() || now.isBlank() || !body.contains(before))) {
                return Optional.empty();
            }
            text = before.isBlank() ? text : text.replace(before, now);
        }
        return Optional.of(text);
    }

    Outbox.Queued list(Waiting whose, List<Item> items) {
        List<Item> asking = items.stream().filter(Item::asks).sorted(URGENT).toList();
        List<Item> news = news(items, asking);
        List<Item> all = new ArrayList<>(asking);
        all.addAll(news);
        Map<String, String> values = values(all, asking, news);
        LetterTemplates.Text text =
                templates.write(asking.isEmpty() ? "news-listed" : "calls-listed", language(all.get(0)), values);
        return new Outbox.Queued(
                0,
                null,
                List.of(whose.address()),
                (whose.drill() ? Mails.DRILL : "") + PlainText.clip(text.subject(), Mails.SUBJECT),
                text.body(),
                "<" + UUID.randomUUID() + "@" + settings.domain() + ">",
                asking.isEmpty() ? null : token(),
                whose.drill(),
                true,
                0);
    }

    /** A case that asks an answer above is not told a second time; each other piece of news once. */
    private static List<Item> news(List<Item> items, List<Item> asking) {
        Set<String> asked =
                asking.stream().map(item -> item.member().incident()).collect(Collectors.toSet());
        return items.stream()
                .filter(item -> !item.asks())
                .filter(item -> !(asked.contains(item.member().incident())
                        && item.line().template().startsWith("first-report")))
                .sorted(URGENT)
                .toList();
    }

    private Map<String, String> values(List<Item> all, List<Item> asking, List<Item> news) {
        Map<String, String> values = new HashMap<>();
        Item first = all.get(0);
        values.put("level", first.line().value("level"));
        values.put("first", first.member().incident());
        values.put(
                "cases",
                all.size() > 1
                        ? text(first, "more", first.member().incident())
                        : first.member().incident());
        values.put("count", String.valueOf(asking.size()));
        if (all.size() > 1) {
            values.put("many", text(first, "many"));
        }
        values.put(
                "when",
                language(first).equals(Locale.JAPANESE) ? dates.letter(clock.instant()) : dates.table(clock.instant()));
        values.put("deadline", first.line().value("deadline"));
        values.put("phone", settings.phone());
        values.put("window", settings.window());
        values.put(
                "name",
                all.stream()
                        .map(item -> item.line().value("name"))
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElse(""));
        List<String> calls = new ArrayList<>();
        for (Item item : asking) {
            calls.add(call(calls.size() + 1, item));
        }
        values.put("list", String.join("\n\n", calls));
        if (!news.isEmpty()) {
            values.put("newsCount", String.valueOf(news.size()));
            values.put("news", news.stream().map(this::told).collect(Collectors.joining("\n")));
        }
        return values;
    }

    private String call(int number, Item item) {
        ListLine line = item.line();
        List<String> lines = new ArrayList<>();
        lines.add(text(item, "head", number, item.member().incident(), line.value("level"), line.value("what")));
        if (!line.value("where").isBlank()) {
            lines.add(text(item, "where", line.value("where")));
        }
        lines.add(text(item, "ask", line.value("ask")));
        lines.add(text(item, "deadline", line.value("deadline")));
        if (!line.value("climbTo").isBlank()) {
            lines.add(text(item, "climb", line.value("climbAt"), line.value("climbTo")));
        }
        lines.add(text(item, "link", line.value("link")));
        return String.join("\n", lines);
    }

    private String told(Item item) {
        ListLine line = item.line();
        String head = text(item, "news", item.member().incident(), line.value("level"), line.value("what"));
        return head + "\n" + text(item, "says", says(item));
    }

    private String says(Item item) {
        ListLine line = item.line();
        if (line.isSettled()) {
            return text(item, "answered-by", line.value("answeredBy"));
        }
        if (item.member().token() != null) {
            return text(item, "answered");
        }
        String task = line.value("task");
        return task.isBlank() ? line.value("ask") : task;
    }

    /** The language of who gets the list: all its letters are to one person. */
    private Locale language(Item item) {
        String language = item.line().value("language");
        return language.isBlank() ? settings.locale() : Locale.forLanguageTag(language);
    }

    private String text(Item item, String key, Object... arguments) {
        return messages.getMessage("mail.list." + key, arguments, language(item));
    }

    private String token() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }
}
