package dev.noroshi.roster;

import dev.noroshi.journal.Journal;
import dev.noroshi.web.ReadOnce;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes a change of the roster, unless it opens a hole in a ladder and the person acting has not agreed to that. */
@Component
class Cautious {

    /** So many are named; the proof has them all. */
    private static final int NAMED = 10;

    private final List<RosterCaution> cautions;
    private final Journal journal;

    Cautious(List<RosterCaution> cautions, Journal journal) {
        this.cautions = List.copyOf(cautions);
        this.journal = journal;
    }

    /** Within the caller's transaction. @throws NewHoles without consent, so that nothing of the change stays */
    <T> T change(boolean consent, Supplier<T> change) {
        List<Function<Locale, List<String>>> before =
                cautions.stream().map(RosterCaution::remember).toList();
        T made = change.get();
        // What was read for the look before the change is the roster as it was.
        ReadOnce.forgetAll();
        Locale reader = LocaleContextHolder.getLocale();
        List<String> worse = before.stream()
                .flatMap(asked -> asked.apply(reader).stream())
                .limit(NAMED)
                .toList();
        if (!worse.isEmpty()) {
            if (!consent) {
                throw new NewHoles(worse);
            }
            journal.record("roster.holes-accepted", "reach", String.join("\n", worse));
        }
        return made;
    }
}
