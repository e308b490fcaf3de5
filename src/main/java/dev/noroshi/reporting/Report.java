package dev.noroshi.reporting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report to a body outside.
 *
 * @param id such as {@code R8-0001-R1}
 * @param addressee ppc, or another body of the notification matrix
 * @param kind preliminary (速報) or definitive (確報) for the PPC, first (第1報) for the others; follow-up (続報) of a reopened case
 * @param knownAt the moment of knowing (知った時点) from which its clock runs; null while not required
 * @param dueAt an internal or operator's deadline
 * @param dueOn a legal deadline; the day itself still counts
 * @param warnOn the day from which a warning is shown
 * @param rule the table or rule that decided, in its version
 * @param required what the tables say; people may still choose otherwise, with a reason
 * @param drill 模擬: nothing leaves the city, no legal clock runs
 * @param channel web-form, phone, mail, document or visit: how the body takes it, once submitted how it was submitted
 * @param state proposed, drafting, approval, approved, submitted, withdrawn or not-required
 */
public record Report(
        String id,
        String incident,
        String addressee,
        String kind,
        @Nullable Instant knownAt,
        @Nullable Instant dueAt,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate warnOn,
        String rule,
        String ruleVersion,
        String basis,
        boolean required,
        boolean drill,
        String state,
        @Nullable String text,
        @Nullable String comment,
        @Nullable String draftedBy,
        @Nullable String approvedBy,
        @Nullable Instant submittedAt,
        @Nullable String channel,
        @Nullable String reference,
        @Nullable Instant remindedAt,
        long version) {

    static final Set<String> CLOSED = Set.of("submitted", "not-required", "withdrawn");

    /** Whether it still has to be submitted. */
    @JsonIgnore
    public boolean open() {
        return !CLOSED.contains(state);
    }

    /** What the tables said of one report, before it has a number. */
    record Determined(
            String addressee,
            String kind,
            @Nullable Instant knownAt,
            @Nullable Instant dueAt,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate warnOn,
            String rule,
            String ruleVersion,
            String basis,
            String channel,
            boolean required) {

        /** The report, of which nothing is written yet. */
        Report of(String incident, boolean drill) {
            String state = required ? "proposed" : "not-required";
            return new Report(
                    "",
                    incident,
                    addressee,
                    kind,
                    knownAt,
                    dueAt,
                    dueOn,
                    warnOn,
                    rule,
                    ruleVersion,
                    basis,
                    required,
                    drill,
                    state,
                    null,
                    null,
                    null,
                    null,
                    null,
                    channel,
                    null,
                    null,
                    1);
        }
    }

    /** The same under its number. */
    Report numbered(String number) {
        return with(number, basis);
    }

    /** The same with its basis in words. */
    Report because(String words) {
        return with(id, words);
    }

    private Report with(String number, String reason) {
        return new Report(
                number,
                incident,
                addressee,
                kind,
                knownAt,
                dueAt,
                dueOn,
                warnOn,
                rule,
                ruleVersion,
                reason,
                required,
                drill,
                state,
                text,
                comment,
                draftedBy,
                approvedBy,
                submittedAt,
                channel,
                reference,
                remindedAt,
                version);
    }

    /** Whether the tables say the same of it as of the other. */
    boolean determinedLike(Report other) {
        return required == other.required
                && basis.equals(other.basis)
                && ruleVersion.equals(other.ruleVersion)
                && Objects.equals(knownAt, other.knownAt)
                && Objects.equals(dueAt, other.dueAt)
                && Objects.equals(dueOn, other.dueOn)
                && Objects.equals(warnOn, other.warnOn)
                && (!open() || Objects.equals(channel, other.channel));
    }

    /** How the confirmation form names it. */
    @JsonIgnore
    String choice() {
        return addressee.equals("ppc") || kind.equals(FollowUps.KIND) ? addressee + "-" + kind : addressee;
    }
}
