package dev.noroshi.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call went: who was called on each rung, how and until when, what came of it, and who is next.
 *
 * @param subjectName the step for which people are called, as the plan names it, in the reader's language
 * @param drill 【訓練】
 * @param next null when nobody is called any more
 * @param answers in the order in which they came
 */
public record CallRecord(
        CallView call,
        String subjectName,
        boolean drill,
        List<CalledRung> rungs,
        @Nullable NextRung next,
        List<GivenAnswer> answers) {

    /**
     * A rung that was reached.
     *
     * @param decides whether its people may take the decision, or carry the alarm only
     * @param until when the patience with it ends, or ended; null where nobody could be called
     * @param telephone whether the window telephones them besides
     * @param reason why nobody was called: unheld, nobody-left (unheld, or all of them had answered)
     */
    public record CalledRung(
            int rung,
            String role,
            boolean decides,
            Instant calledAt,
            @Nullable Instant until,
            boolean telephone,
            @Nullable String reason,
            List<RungPerson> people) {}

    /**
     * A person called on a rung.
     *
     * @param account null for a person without one
     * @param phone as the roster had it
     * @param how letter, list (a letter with other calls), telephone
     * @param state waiting, answered, absent, delegated, no-answer, unreached, told, passed-over, silent, settled, withdrawn
     * @param reason what the mail server said, or who was named instead; null where the state says all
     * @param answeredAt when the person answered, or it was learnt that none will come
     */
    public record RungPerson(
            @Nullable String account,
            String name,
            @Nullable String phone,
            List<String> how,
            String state,
            @Nullable String reason,
            @Nullable Instant answeredAt) {}

    /**
     * What happens unless somebody answers.
     *
     * @param kind rung (the next one is called), again (the ladder begins anew), window (it ends, and the window telephones)
     * @param at null before anybody was called: at once
     */
    public record NextRung(
            String kind, String role, @Nullable Instant at) {}

    /**
     * What somebody answered.
     *
     * @param answer acknowledged, absent, delegated
     * @param via button, mail, list, proxy, task
     * @param delegate who was named instead
     * @param enteredBy name of who entered it for the person (代理入力)
     * @param note what the window heard
     */
    public record GivenAnswer(
            @Nullable String account,
            String name,
            String answer,
            String via,
            Instant answeredAt,
            @Nullable String delegate,
            @Nullable String enteredBy,
            @Nullable String note) {}
}
