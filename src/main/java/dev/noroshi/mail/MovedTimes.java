package dev.noroshi.mail;

import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.calendar.JapaneseDates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calendar was corrected, and times that letters told are others: each person who holds such letters gets one short
 * letter about all of them when the correction is made.
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

    /** Who holds the letter is told with everything else that moved in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(DayCorrected why, MovedTime moved) {
        List<String> holders = outbox.holders(moved.letter());
        Bundle bundle = bundle(why);
        moved.to().stream()
                .map(Addresses::bare)
                .distinct()
                .filter(address -> holders.stream().anyMatch(address::equalsIgnoreCase))
                .forEach(address -> bundle.add(new Reader(address, moved.drill()), moved));
    }

    private Bundle bundle(DayCorrected why) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Bundle.class::isInstance)
                .map(Bundle.class::cast)
                .filter(bundle -> bundle.why.equals(why))
                .findFirst()
                .orElseGet(() -> {
                    Bundle begun = new Bundle(why);
                    TransactionSynchronizationManager.registerSynchronization(begun);
                    return begun;
                });
    }

    private record Reader(String address, boolean drill) {}

    /** What one correction moves. */
    private class Bundle implements TransactionSynchronization {

        private final DayCorrected why;
        private final Map<Reader, List<MovedTime>> told = new LinkedHashMap<>();

        Bundle(DayCorrected why) {
            this.why = why;
        }

        void add(Reader reader, MovedTime moved) {
            told.computeIfAbsent(reader, it -> new ArrayList<>()).add(moved);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            told.forEach((reader, times) -> mails.queue(letter(why, reader, times)));
        }
    }

    private Letter letter(DayCorrected why, Reader reader, List<MovedTime> times) {
        List<String> cases = times.stream().map(MovedTime::incident).distinct().toList();
        Instant now = clock.instant();
        Map<String, String> values = new HashMap<>();
        values.put("count", String.valueOf(times.size()));
        both(values, "cases", locale -> cases.size() > 1 ? text(locale, "mail.list.more", cases.get(0)) : cases.get(0));
        both(values, "when", locale -> japanese(locale) ? dates.letter(now) : dates.table(now));
        both(values, "reason", locale -> reason(locale, why));
        both(
                values,
                "times",
                locale -> times.stream().map(time -> line(locale, time)).collect(Collectors.joining("\n")));
        String key = "moved/" + why.day() + "/" + now + "/" + reader.address() + (reader.drill() ? "/drill" : "");
        String incident = cases.size() > 1 ? "" : cases.get(0);
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

    private String reason(Locale locale, DayCorrected why) {
        String day = japanese(locale) ? dates.letter(why.day()) : dates.table(why.day());
        return text(locale, why.open() ? "mail.moved.opened" : "mail.moved.closed", day);
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
