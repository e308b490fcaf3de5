package dev.noroshi.reporting;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.incident.Saying;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why a body must be told, in words: the tables name the basis by a key, whose text is {@code reporting.basis.<key>}. */
@Component
class Bases {

    private static final String BETWEEN = "、";

    private final MessageSource messages;
    private final JapaneseDates dates;

    Bases(MessageSource messages, JapaneseDates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** @param keys one or several; what is no key (a table of the city's own words) stands as it is */
    String words(String keys, Locale locale) {
        String between = locale.equals(Locale.JAPANESE) ? BETWEEN : "; ";
        return Stream.of(keys.split(BETWEEN))
                .map(key -> Objects.requireNonNullElse(
                        messages.getMessage("reporting.basis." + key, null, key, locale), key))
                .collect(Collectors.joining(between));
    }

    /** To whom, how, until when and why, in lines. */
    String heading(Report report, Locale locale) {
        String due = report.dueOn() != null
                ? dates.table(report.dueOn())
                : report.dueAt() != null ? dates.table(report.dueAt()) : text("reporting.no-due", locale);
        return String.join(
                "\n",
                line("addressee", text("form.confirmReports.reports." + report.choice(), locale), locale),
                line("channel", text("reporting.channel." + report.channel(), locale), locale),
                line("due", due, locale),
                line("basis", words(report.basis(), locale), locale));
    }

    private String line(String label, String value, Locale locale) {
        return text("reporting." + label, locale) + ": " + value;
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
    }

    /** A report and why it must be made, for the timeline. */
    List<Saying> lines(Report report) {
        return List.of(
                Saying.verbatim(report.id()),
                Saying.enumeration(Stream.of(report.basis().split(BETWEEN))
                        .map(this::saying)
                        .toList()));
    }

    private Saying saying(String key) {
        String message = "reporting.basis." + key;
        return messages.getMessage(message, null, null, Locale.JAPANESE) == null
                ? Saying.verbatim(key)
                : Saying.phrase(message);
    }
}
