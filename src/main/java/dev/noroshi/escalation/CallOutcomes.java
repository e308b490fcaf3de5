package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.escalation.CallHistory.Kept;
import dev.noroshi.escalation.CallHistory.KeptAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of calling each person, as the kept facts tell.
 *
 * @param stoppedAt when an answer stopped the climbing
 * @param exhaustedAt when the ladder last ended without an answer
 * @param patience when the patience with a rung ends
 */
record CallOutcomes(
        State state,
        List<Rung> rungs,
        List<Kept> people,
        List<KeptAnswer> answers,
        @Nullable Instant stoppedAt,
        @Nullable Instant exhaustedAt,
        Function<Rung, Instant> patience,
        Instant now) {

    CallOutcome of(Kept kept, Rung rung) {
        if (answer(kept).isPresent()) {
            return CallOutcome.ANSWERED;
        }
        if (kept.unreached() != null) {
            return CallOutcome.UNREACHED;
        }
        if (kept.passed()) {
            return CallOutcome.ofPassed(kept.why(), kept.person().able());
        }
        Instant until = patience.apply(rung);
        return replacedBefore(rung, until)
                .or(() -> ended(rung, until))
                .orElse(now.isBefore(until) ? CallOutcome.WAITING : CallOutcome.SILENT);
    }

    /** The person's answer, if it came after this rung was called and before the person was called on another one. */
    Optional<KeptAnswer> answer(Kept kept) {
        return answers.stream()
                .filter(answer -> answer.isBy(kept.person()))
                .filter(answer -> lastCalledBefore(answer) == kept.person().rung())
                .findFirst();
    }

    private int lastCalledBefore(KeptAnswer answer) {
        List<Rung> mine = rungs.stream()
                .filter(rung -> people.stream()
                        .anyMatch(one -> one.person().rung() == rung.number() && answer.isBy(one.person())))
                .toList();
        return mine.stream()
                .filter(rung -> !rung.calledAt().isAfter(answer.at()))
                .reduce((earlier, later) -> later)
                .or(() -> mine.stream().min(Comparator.comparing(Rung::number)))
                .map(Rung::number)
                .orElse(0);
    }

    /** Others were called later: because the patience was over, or before, when a raised level began its own ladder. */
    private Optional<CallOutcome> replacedBefore(Rung rung, Instant until) {
        return rungs.stream()
                .map(Rung::calledAt)
                .filter(rung.calledAt()::isBefore)
                .min(Comparator.naturalOrder())
                .map(next -> next.isBefore(until) ? CallOutcome.PASSED_OVER : CallOutcome.SILENT);
    }

    private Optional<CallOutcome> ended(Rung rung, Instant until) {
        if (exhaustedAt != null && !rung.calledAt().isAfter(exhaustedAt)) {
            return Optional.of(CallOutcome.SILENT);
        }
        if (state == State.ACKNOWLEDGED) {
            boolean inTime = stoppedAt != null && stoppedAt.isBefore(until);
            return Optional.of(inTime ? CallOutcome.SETTLED : CallOutcome.SILENT);
        }
        return state == State.WITHDRAWN ? Optional.of(CallOutcome.WITHDRAWN) : Optional.empty();
    }
}
