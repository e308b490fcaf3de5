package dev.noroshi.task;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing to check off at a step; an unticked one never blocks.
 *
 * @param item its key, the same in every language: a line of a runbook ({@code RB-01:3}) or one of the plan's own
 * @param text in Japanese; {@code textEn} the same in English
 * @param by the account that ticked it, null while nobody has
 * @param at when, null while nobody has
 */
public record ChecklistItem(
        String item,
        String text,
        String textEn,
        @Nullable String by,
        @Nullable Instant at) {

    /** The text for a reader of this language. */
    public String text(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? textEn : text;
    }

    public boolean ticked() {
        return by != null;
    }
}
