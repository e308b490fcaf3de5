package dev.noroshi.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 再発防止策: what shall keep a case from happening again, by whom and until when.
 *
 * @param id such as {@code R8-0001-M1}
 * @param owner {@code role:<key>}, {@code section:<name>} or {@code person:<id of the roster>}
 * @param ownerName how the owner is called, in the city's language
 * @param due the last day, in Tokyo
 * @param state one of {@link #STATES}
 * @param reason why it was dropped
 * @param followUp what came of it, and how its effect was checked
 * @param begun whether the plan follows it up already
 */
public record Measure(
        String id,
        String incident,
        String what,
        String owner,
        String ownerName,
        LocalDate due,
        String state,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String reason,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String followUp,

        boolean begun,
        @Nullable Instant remindedAt,
        Instant createdAt,
        long version) {

    /** 未着手・実施中・完了・見送り. */
    public static final List<String> STATES = List.of("open", "in-progress", "done", "dropped");

    /** The same, 見送り. */
    Measure dropped(String why) {
        return new Measure(
                id,
                incident,
                what,
                owner,
                ownerName,
                due,
                "dropped",
                why,
                followUp,
                begun,
                remindedAt,
                createdAt,
                version);
    }

    /** Whether nothing more is to be done. */
    public boolean settled() {
        return state.equals("done") || state.equals("dropped");
    }

    /** Whether its last day is over and it is not settled. */
    public boolean overdueOn(LocalDate today) {
        return !settled() && due.isBefore(today);
    }
}
