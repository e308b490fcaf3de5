package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rotation as it is entered; what is missing is refused with a word.
 *
 * @param members the roster's numbers of who takes turns, in order; all hold the role
 * @param starts the first day of the first week
 * @param handover such as 08:30; null for the opening of the office
 * @param closedOnly null and true for nights and closed days alone
 * @param consent false to be refused when some call then reaches nobody
 */
public record RotationEntry(
        @Nullable String role,
        @Nullable List<Long> members,
        @Nullable LocalDate starts,
        @Nullable String handover,
        @Nullable Boolean closedOnly,
        @Nullable Boolean consent) {}
