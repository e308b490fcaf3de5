package dev.noroshi.reporting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report to a body outside.
 *
 * @param id such as {@code R8-0001-R1}
 * @param addressee ppc, prefecture-mic, police, jlis, ipa or jpcert
 * @param kind preliminary (速報) or definitive (確報) for the PPC, first (第1報) for the others
 * @param dueAt an internal or operator's deadline
 * @param dueOn a legal deadline; the day itself still counts
 * @param warnOn the day from which a warning is shown
 * @param rule the table or rule that decided, in its version
 * @param required what the tables say; people may still choose otherwise, with a reason
 * @param drill 模擬: nothing leaves the city, no legal clock runs
 * @param state proposed, drafting, approval, approved, submitted, withdrawn or not-required
 */
public record Report(
        String id,
        String incident,
        String addressee,
        String kind,
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

    private static final Set<String> CLOSED = Set.of("submitted", "not-required", "withdrawn");

    /** Whether it still has to be submitted. */
    @JsonIgnore
    public boolean open() {
        return !CLOSED.contains(state);
    }

    /** What the tables said of one report, before it has a number. */
    record Determined(
            String addressee,
            String kind,
            @Nullable Instant dueAt,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate warnOn,
            String rule,
            String ruleVersion,
            String basis,
            boolean required) {

        /** The report, of which nothing is written yet. */
        Report of(String incident, boolean drill) {
            String state = required ? "proposed" : "not-required";
            return new Report(
                    "",
                    incident,
                    addressee,
                    kind,
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
                    null,
                    null,
                    null,
                    1);
        }
    }

    /** The same under its number. */
    Report numbered(String number) {
        return new Report(
                number,
                incident,
                addressee,
                kind,
                dueAt,
                dueOn,
                warnOn,
                rule,
                ruleVersion,
                basis,
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

    /** The same with its basis in words. */
    Report because(String words) {
        return new Report(
                id,
                incident,
                addressee,
                kind,
                dueAt,
                dueOn,
                warnOn,
                rule,
                ruleVersion,
                words,
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

    /** How the confirmation form names it. */
    @JsonIgnore
    String choice() {
        return addressee.equals("ppc") ? addressee + "-" + kind : addressee;
    }
}
