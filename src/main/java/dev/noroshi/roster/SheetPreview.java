package dev.noroshi.roster;

import java.util.List;

/**
 * What a file would change, before it does.
 *
 * @param version of the roster that it was compared with; given back, the file is taken only if the roster is still the same
 * @param unchanged lines that say what the roster says
 * @param untouched people, and roles of people in the file, of which the file does not speak: they stay
 * @param errors while there are any, nothing of the file can be taken
 * @param holes calls that would then reach nobody, in the reader's language
 */
public record SheetPreview(
        String version,
        List<SheetChange> changes,
        int unchanged,
        List<SheetChange> untouched,
        List<SheetError> errors,
        List<String> holes) {}
