package dev.noroshi.mail;

import dev.noroshi.calendar.CalendarCorrected;
import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.calendar.JapaneseDates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Times that letters told are others now: each person who holds such letters gets one short letter about all of them when
 * the change is made. Who made it gets it too where he holds one: he knows, but what lies in his box is false, and others
 * may read there.
 */
@Component
public class MovedTimes {

    private final Mails mails;
    private final Outbox outbox;
    private final MessageSource messages;
    private final JapaneseDates dates;
    private final Clock clock;

    MovedTimes(Mails mails, Outbox outbox, MessageSource messages, JapaneseDates dates, Clock clock) {
        this.mails = mails;
        this.outbox = outbox;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Who holds the letter is told with everything else that moved in this transaction.
     *
     * @param letter key of the letter; where several told the time, what their keys begin with before a slash
     * @param now asked when the transaction ends, for by then the time may be back where it was, or wait for nobody: empty
     *     where nobody needs to be told. Of the same letter the first counts, which knows the time that the letter tells.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(MovedBy why, String letter, Supplier<Optional<MovedTime>> now) {
        bundle().moved
                .computeIfAbsent(letter, it -> new Move(now, new LinkedHashSet<>()))
                .why()
                .add(why);
    }

    private Bundle bundle() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Bundle.class::isInstance)
                .map(Bundle.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Bundle begun = new Bundle();
                    TransactionSynchronizationManager.registerSynchronization(begun);
                    return begun;
                });
    }

    /** What became of a time, and why. */
    private record Move(Supplier<Optional<MovedTime>> now, Set<MovedBy> why) {}

    private record Reader(String address, boolean drill) {}

    /** What one reader is told. */
    private record News(Set<MovedBy> why, List<MovedTime> times) {

        News() {
            this(new LinkedHashSet<>(), new ArrayList<>());
        }

        void add(Move move, MovedTime time) {
            why.addAll(move.why());
            times.add(time);
        }
    }

    /** What one transaction moves. */
    private class Bundle implements TransactionSynchronization {

        private final Map<String, Move> moved = new LinkedHashMap<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            Map<Reader, News> told = new LinkedHashMap<>();
            moved.forEach((letter, move) -> move.now()
                    .get()
                    .ifPresent(time -> holders(letter, time)
                            .forEach(reader -> told.computeIfAbsent(reader, it -> new News())
                                    .add(move, time))));
            told.forEach((reader, news) -> mails.queue(letter(reader, news)));
        }
    }

    private List<Reader> holders(String letter, MovedTime time) {
        List<String> holders = outbox.holders(letter);
        return time.to().stream()
                .map(Addresses::bare)
                .distinct()
                .filter(address -> holders.stream().anyMatch(address::equalsIgnoreCase))
                .map(address -> new Reader(address, time.drill()))
                .toList();
    }

    private Letter letter(Reader reader, News news) {
        List<MovedTime> times = news.times();
        List<String> cases = times.stream().map(MovedTime::incident).distinct().toList();
        Instant now = clock.instant();
        Map<String, String> values = new HashMap<>();
        values.put("count", String.valueOf(times.size()));
        both(values, "cases", locale -> cases.size() > 1 ? text(locale, "mail.list.more", cases.get(0)) : cases.get(0));
        both(values, "when", locale -> japanese(locale) ? dates.letter(now) : dates.table(now));
        both(values, "cause", locale -> reasons(locale, news.why()));
        both(
                values,
                "times",
                locale -> times.stream().map(time -> line(locale, time)).collect(Collectors.joining("\n")));
        String incident = cases.size() > 1 ? "" : cases.get(0);
        // a transaction that is repeated has queued nothing before
        String key = "moved/" + UUID.randomUUID();
        return new Letter(key, incident, List.of(reader.address()), "times-moved", values, null, reader.drill());
    }

    private String line(Locale locale, MovedTime time) {
        Map<String, String> said = Letter.read(time.values(), locale);
        return text(
                locale,
                "mail.moved.line",
                time.incident(),
                said.getOrDefault("what", ""),
                said.getOrDefault("before", ""),
                said.getOrDefault("after", ""));
    }

    private String reasons(Locale locale, Set<MovedBy> why) {
        return why.stream()
                // first what may have changed the level
                .sorted(Comparator.comparing(MovedBy.ChangedLevel.class::isInstance))
                .map(one -> reason(locale, one))
                .collect(Collectors.joining(japanese(locale) ? "、" : "; "));
    }

    private String reason(Locale locale, MovedBy why) {
        if (why instanceof MovedBy.ChangedLevel level) {
            return text(locale, "mail.moved.level", level.before(), level.after());
        }
        if (!(why instanceof MovedBy.CorrectedCalendar calendar)) {
            return text(locale, "mail.moved.facts");
        }
        return reason(locale, calendar.correction());
    }

    private String reason(Locale locale, CalendarCorrected why) {
        if (why instanceof DayCorrected day) {
            return text(locale, day.open() ? "mail.moved.opened" : "mail.moved.closed", day(locale, day));
        }
        String days = why.days().stream()
                .limit(CalendarCorrected.NAMED)
                .map(it -> text(locale, it.open() ? "mail.moved.open" : "mail.moved.shut", day(locale, it)))
                .collect(Collectors.joining(text(locale, "mail.moved.and")));
        int others = why.days().size() - CalendarCorrected.NAMED;
        return text(locale, "mail.moved.holidays", days, others > 0 ? text(locale, "mail.moved.others", others) : "");
    }

    private String day(Locale locale, DayCorrected corrected) {
        return japanese(locale) ? dates.letter(corrected.day()) : dates.table(corrected.day());
    }

    private interface Words {
        String in(Locale locale);
    }

    private static void both(Map<String, String> values, String name, Words words) {
        values.put(name, words.in(Locale.JAPANESE));
        values.put("en." + name, words.in(Locale.ENGLISH));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static boolean japanese(Locale locale) {
        return locale.equals(Locale.JAPANESE);
    }
}
