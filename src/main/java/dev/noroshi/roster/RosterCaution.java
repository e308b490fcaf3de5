package dev.noroshi.roster;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Looks at a change of the roster before it takes effect. */
public interface RosterCaution {

    /**
     * Remembers how the roster does before the change.
     *
     * @return asked after the change, in the same transaction: what has become worse, in the reader's language
     */
    Function<Locale, List<String>> remember();
}
