package dev.noroshi.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case, in the words of the first report; what nobody said is null.
 *
 * @param type key of {@link IncidentTypes}
 * @param discoveredAt 気付いた日時: the legal clock runs from here
 * @param approximate 頃
 * @param onBehalfOf the person for whom somebody else reports (代理報告)
 * @param segment mynumber, lgwan, internet, external, ot or unknown
 * @param dataCategories what kinds of data are touched (情報の区分), keys of {@link IncidentTypes#DATA}
 * @param impact set by the evaluation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        String type,
        Instant discoveredAt,
        @Nullable Boolean approximate,
        String description,
        Reporter reporter,
        @Nullable String onBehalfOf,
        @Nullable Instant occurredAt,
        @Nullable String place,
        @Nullable List<String> assets,
        @Nullable String segment,
        @Nullable List<String> dataCategories,
        @Nullable PersonalInformation personalInformation,
        @Nullable String businessImpact,
        @Nullable List<String> actionsTaken,
        @Nullable Answer knownOutside,
        @Nullable Answer malicious,
        @Nullable String contractor,
        @Nullable Long serviceDownMinutes,
        @Nullable Answer lifeline,
        @Nullable Impact impact) {

    /** Who reports and how to reach them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reporter(
            String name,
            String section,
            @Nullable String phone,
            @Nullable String email) {}

    /** Whether personal information is touched, and which. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonalInformation(
            @Nullable Answer included,
            @Nullable Long personCount,
            @Nullable Long personCountMax,
            @Nullable Answer myNumber,
            @Nullable Answer sensitive,
            @Nullable Answer financialHarm,
            @Nullable Answer encrypted,
            @Nullable Answer recoveredUnread,
            @Nullable Answer ordinanceSensitive,
            @Nullable String medium) {

        static final PersonalInformation UNASKED =
                new PersonalInformation(null, null, null, null, null, null, null, null, null, null);
    }

    /** Impact as evaluated, each 0 to 4 (domain.md §4.3). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Impact(
            @Nullable Long availability,
            @Nullable Long spread,
            @Nullable Long society) {
        static final Impact UNKNOWN = new Impact(null, null, null);
    }

    public PersonalInformation personal() {
        return personalInformation == null ? PersonalInformation.UNASKED : personalInformation;
    }

    /** The upper estimate of persons concerned. */
    public @Nullable Long persons() {
        PersonalInformation personal = personal();
        if (personal.personCount() == null || personal.personCountMax() == null) {
            return personal.personCountMax() == null ? personal.personCount() : personal.personCountMax();
        }
        return Math.max(personal.personCount(), personal.personCountMax());
    }

    /**
     * The inputs of the plan's tables ({@code severity}, {@code ppc-report}, {@code external-reports}).
     *
     * @param declared whether the CSIRT has evaluated it as an incident
     */
    public Map<String, @Nullable Object> inputs(boolean declared) {
        PersonalInformation personal = personal();
        Impact known = impact == null ? Impact.UNKNOWN : impact;
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("type", type);
        inputs.put("segment", segment);
        inputs.put("personalInformation", key(personal.included()));
        inputs.put("personCount", persons());
        inputs.put("myNumber", key(personal.myNumber()));
        inputs.put("sensitive", key(personal.sensitive()));
        inputs.put("financialHarm", key(personal.financialHarm()));
        inputs.put("malicious", key(malicious));
        inputs.put("medium", personal.medium());
        inputs.put("lifeline", key(lifeline));
        inputs.put("serviceDownMinutes", serviceDownMinutes);
        inputs.put("availability", known.availability());
        inputs.put("spread", known.spread());
        inputs.put("society", known.society());
        inputs.put("encrypted", key(personal.encrypted()));
        inputs.put("recoveredUnread", key(personal.recoveredUnread()));
        inputs.put("declared", declared);
        return inputs;
    }

    /**
     * The questions answered with わからない, by the name of their input, each with the answer that weighs least: nothing is
     * known of the network, a safeguard held, anything else is a no. The type counts its own not knowing already.
     */
    Map<String, @Nullable String> leftOpen() {
        PersonalInformation personal = personal();
        Map<String, @Nullable String> open = new HashMap<>();
        leftOpen(open, "personalInformation", personal.included(), Answer.NO);
        leftOpen(open, "myNumber", personal.myNumber(), Answer.NO);
        leftOpen(open, "sensitive", personal.sensitive(), Answer.NO);
        leftOpen(open, "financialHarm", personal.financialHarm(), Answer.NO);
        leftOpen(open, "ordinanceSensitive", personal.ordinanceSensitive(), Answer.NO);
        leftOpen(open, "encrypted", personal.encrypted(), Answer.YES);
        leftOpen(open, "recoveredUnread", personal.recoveredUnread(), Answer.YES);
        leftOpen(open, "malicious", malicious, Answer.NO);
        leftOpen(open, "knownOutside", knownOutside, Answer.NO);
        leftOpen(open, "lifeline", lifeline, Answer.NO);
        if (Answer.UNKNOWN.key().equals(segment)) {
            open.put("segment", null);
        }
        return open;
    }

    private static void leftOpen(
            Map<String, @Nullable String> open, String question, @Nullable Answer answer, Answer leastGrave) {
        if (answer == Answer.UNKNOWN) {
            open.put(question, leastGrave.key());
        }
    }

    private static @Nullable String key(@Nullable Answer answer) {
        return answer == null ? null : answer.key();
    }
}
