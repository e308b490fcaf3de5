package dev.noroshi.roster;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.web.TextRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the texts of a roster entry and gathers what must be changed. */
final class EntryCheck {

    private static final Set<String> LANGUAGES = Set.of("ja", "en");

    private static final Pattern LOST = Pattern.compile("[1-9][0-9]{8,9}|[0-9.]+[eE][+]?[0-9]+");
    private static final int YEARS = 5;
    private static final Duration FARTHEST = Duration.ofDays(YEARS * 366L);

    private final List<FieldError> errors = new ArrayList<>();

    /** The text without spaces around it, null when blank. */
    @Nullable
    String text(String field, @Nullable String value, int longest) {
        if (value == null || TextRules.isBlank(value)) {
            return null;
        }
        String text = value.strip();
        TextRules.line(field, text, longest).ifPresent(errors::add);
        return text;
    }

    String required(String field, @Nullable String value, int longest) {
        String text = text(field, value, longest);
        if (text == null) {
            errors.add(new FieldError(field, "required"));
            return "";
        }
        return text;
    }

    @Nullable
    String email(String field, @Nullable String value) {
        String text = text(field, value, 190);
        if (text != null && !TextRules.isMailbox(text)) {
            errors.add(new FieldError(field, "email"));
        }
        return text;
    }

    /** A telephone number; one without its first 0, or as a power of ten, is what a spreadsheet left of it. */
    @Nullable
    String phone(String field, @Nullable String value) {
        String text = text(field, value, 40);
        if (text != null && LOST.matcher(text).matches()) {
            errors.add(new FieldError(field, "phone-lost"));
        }
        return text;
    }

    /** One that letters are written in; the one of before where none is named. */
    String language(String field, @Nullable String value, String before) {
        String text = text(field, value, 10);
        if (text != null && !LANGUAGES.contains(text)) {
            errors.add(new FieldError(field, "language"));
        }
        return text == null ? before : text;
    }

    /** Within a lifetime of today: a year of two digits or five is a slip of the keyboard. */
    void day(String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isBefore(today.minusYears(100)) || day.isAfter(today.plusYears(100)))) {
            errors.add(new FieldError(field, "day-far"));
        }
    }

    /** Within some years of now, further than anybody plans an absence; the same slip. */
    void moment(String field, @Nullable Instant at, Instant now) {
        if (at != null && Duration.between(now, at).abs().compareTo(FARTHEST) > 0) {
            errors.add(new FieldError(field, "moment-far", YEARS));
        }
    }

    /** Yesterday where none is named. @throws InvalidInput for one that is no day of a lifetime */
    static LocalDate lastDay(@Nullable LocalDate named, LocalDate today) {
        EntryCheck check = new EntryCheck();
        check.day("lastDay", named, today);
        check.requireClean();
        return named == null ? today.minusDays(1) : named;
    }

    void refuse(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, code, arguments));
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void requireClean() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
