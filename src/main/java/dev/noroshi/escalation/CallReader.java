package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.CallHistory.Kept;
import dev.noroshi.escalation.CallHistory.KeptAnswer;
import dev.noroshi.escalation.CallRecord.CalledRung;
import dev.noroshi.escalation.CallRecord.GivenAnswer;
import dev.noroshi.escalation.CallRecord.NextRung;
import dev.noroshi.escalation.CallRecord.RungPerson;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is kept of a call. */
@Component
class CallReader {

    private static final Set<String> ANSWERS = Set.of(CallOutcome.ABSENT.key(), CallOutcome.DELEGATED.key());

    private final CallHistory history;
    private final Ladder ladder;
    private final Roster roster;
    private final Clock clock;

    CallReader(CallHistory history, Ladder ladder, Roster roster, Clock clock) {
        this.history = history;
        this.ladder = ladder;
        this.roster = roster;
        this.clock = clock;
    }

    /** Those called last, together, and still waited for, with their rung. */
    record Now(Optional<Rung> rung, List<String> people) {}

    static Now now(List<Rung> rungs, List<Kept> people) {
        Optional<Rung> last = rungs.stream().max(Comparator.comparing(Rung::number));
        Set<Integer> together = rungs.stream()
                .filter(rung ->
                        last.filter(it -> it.calledAt().equals(rung.calledAt())).isPresent())
                .map(Rung::number)
                .collect(Collectors.toSet());
        return new Now(
                last,
                people.stream()
                        .filter(kept -> together.contains(kept.person().rung()) && !kept.passed())
                        .map(kept -> kept.person().name())
                        .distinct()
                        .toList());
    }

    CallRecord read(Call call, CallView view, String subject, @Nullable NextRung next) {
        List<String> one = List.of(call.id());
        List<Rung> rungs = history.rungs(one).getOrDefault(call.id(), List.of());
        List<Kept> people = history.people(one).getOrDefault(call.id(), List.of());
        List<KeptAnswer> answers = history.answers(call.id());
        CallOutcomes outcomes = new CallOutcomes(
                call.state(),
                rungs,
                people,
                answers,
                view.answeredAt(),
                history.exhaustedAt(call.id()),
                ladder::patienceEnds,
                clock.instant());
        return new CallRecord(
                view,
                subject,
                call.drill(),
                rungs.stream().map(rung -> rung(rung, outcomes)).toList(),
                next,
                answers(people, answers));
    }

    private CalledRung rung(Rung rung, CallOutcomes outcomes) {
        List<RungPerson> people = outcomes.people().stream()
                .filter(kept -> kept.person().rung() == rung.number())
                .map(kept -> person(kept, rung, outcomes))
                .toList();
        boolean nobody = people.isEmpty();
        boolean answeredBefore =
                outcomes.answers().stream().anyMatch(answer -> answer.at().isBefore(rung.calledAt()));
        return new CalledRung(
                rung.number(),
                rung.role(),
                rung.decides(),
                rung.calledAt(),
                nobody ? null : ladder.patienceEnds(rung),
                rung.telephone() && !nobody,
                nobody ? (answeredBefore ? "nobody-left" : "unheld") : null,
                people);
    }

    private static RungPerson person(Kept kept, Rung rung, CallOutcomes outcomes) {
        CallOutcome outcome = outcomes.of(kept, rung);
        List<String> how = new ArrayList<>();
        if (kept.person().email() != null) {
            how.add(kept.listedAt() == null ? "letter" : "list");
        }
        if (rung.telephone() || kept.person().email() == null) {
            how.add("telephone");
        }
        return new RungPerson(
                kept.person().account(),
                kept.person().name(),
                kept.person().phone(),
                how,
                outcome.key(),
                outcome == CallOutcome.UNREACHED ? kept.unreached() : kept.to(),
                outcomes.answer(kept).map(KeptAnswer::at).orElse(kept.passedAt()));
    }

    /** What people said, that they are absent and whom they named included. */
    private List<GivenAnswer> answers(List<Kept> people, List<KeptAnswer> answers) {
        Stream<GivenAnswer> acknowledged = answers.stream()
                .map(answer -> new GivenAnswer(
                        answer.account(),
                        answer.name(),
                        "acknowledged",
                        answer.via(),
                        answer.at(),
                        null,
                        nameOf(answer.enteredBy()),
                        answer.note()));
        Stream<GivenAnswer> others = people.stream()
                .filter(kept -> kept.why() != null && ANSWERS.contains(kept.why()))
                .map(kept -> new GivenAnswer(
                        kept.person().account(),
                        kept.person().name(),
                        Objects.requireNonNull(kept.why()),
                        Objects.requireNonNull(kept.via()),
                        Objects.requireNonNull(kept.passedAt()),
                        kept.to(),
                        null,
                        null));
        return Stream.concat(acknowledged, others)
                .sorted(Comparator.comparing(GivenAnswer::answeredAt))
                .toList();
    }

    private @Nullable String nameOf(@Nullable String account) {
        return account == null
                ? null
                : roster.personOf(account).map(Person::name).orElse(account);
    }
}
