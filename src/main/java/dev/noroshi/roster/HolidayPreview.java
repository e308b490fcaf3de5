package dev.noroshi.roster;

import java.util.List;

/**
 * What a list of holidays would change, before it does.
 *
 * @param version of what was compared; given back, the file is taken only if it would still change the same
 * @param years that the file has, from the calendar's first on
 * @param changes days that are then otherwise
 * @param doubts where the list is not as the act: taken only with consent
 * @param errors while there are any, nothing of the file can be taken
 * @param holes calls that would then reach nobody, in the reader's language
 */
public record HolidayPreview(
        String version,
        List<Integer> years,
        List<HolidayChange> changes,
        List<HolidayDoubt> doubts,
        List<SheetError> errors,
        List<String> holes) {}
