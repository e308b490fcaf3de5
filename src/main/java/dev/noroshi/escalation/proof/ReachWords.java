package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.JapaneseDates;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words when and where a ladder has a hole, and why; and how long it lasts. */
@Component
public class ReachWords {

    private final MessageSource messages;
    private final JapaneseDates dates;

    ReachWords(MessageSource messages, JapaneseDates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** With dates, level, rung, role and reason. */
    public String sentence(Hole hole, Locale locale) {
        return text(
                "sentence",
                locale,
                dates.table(hole.from()),
                dates.table(hole.until()),
                hole.level(),
                ladder(hole.ladder(), locale),
                hole.rung() == null ? "" : where(hole, locale),
                reason(hole, locale));
    }

    /** Why, with the names. */
    public String reason(Hole hole, Locale locale) {
        return reason(hole.reason().word(), hole.people(), locale);
    }

    /** @param word of a {@link Hole.Reason} */
    public String reason(String word, List<Hole.Missed> missedPeople, Locale locale) {
        return text("reason." + word, locale, names(missedPeople, locale));
    }

    /** The people, each with who should act for them. */
    public String names(List<Hole.Missed> people, Locale locale) {
        return people.stream()
                .map(missed -> missed.standIn() == null
                        ? missed.name()
                        : text("standing-in", locale, missed.name(), missed.standIn()))
                .collect(Collectors.joining(text("and", locale)));
    }

    /** What a ladder is for; its own name where the product does not know it. */
    public String ladder(String name, Locale locale) {
        return String.valueOf(messages.getMessage("reach.ladder." + name, null, name, locale));
    }

    /** The name of a role; its key where the product does not know it. */
    public String role(String key, Locale locale) {
        return String.valueOf(messages.getMessage("role." + key, null, key, locale));
    }

    /** Such as 1時間52分. */
    public String waiting(long minutes, Locale locale) {
        long days = minutes / (24 * 60);
        long hours = minutes / 60 % 24;
        if (days > 0) {
            return text("days", locale, days, hours);
        }
        return hours > 0 ? text("hours", locale, hours, minutes % 60) : text("minutes", locale, minutes);
    }

    /** Rung and role; with the moment of the rung where it is later than the call's beginning. */
    public String where(Hole hole, Locale locale) {
        String rung = text("rung", locale, hole.rung(), role(String.valueOf(hole.role()), locale));
        return hole.calledAt().equals(hole.from())
                ? rung
                : rung + text("rung.at", locale, dates.table(hole.calledAt()));
    }

    private String text(String key, Locale locale, @Nullable Object... values) {
        return messages.getMessage("reach." + key, values, locale);
    }
}
