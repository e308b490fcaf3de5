package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.escalation.Call.State;
import dev.noroshi.escalation.CallHistory.About;
import dev.noroshi.escalation.CallHistory.Kept;
import dev.noroshi.escalation.CallRecord.NextRung;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.ElementNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How calls went and where they stand, for who may look inside their cases. */
@Service
@Transactional(readOnly = true)
public class CallRecords {

    private final CallStore store;
    private final CallHistory history;
    private final CallQueries queries;
    private final CallCourse course;
    private final Ladder ladder;
    private final CallReader reader;
    private final CaseAccess access;
    private final ElementNames steps;

    CallRecords(
            CallStore store,
            CallHistory history,
            CallQueries queries,
            CallCourse course,
            Ladder ladder,
            CallReader reader,
            CaseAccess access,
            ElementNames steps) {
        this.store = store;
        this.history = history;
        this.queries = queries;
        this.course = course;
        this.ladder = ladder;
        this.reader = reader;
        this.access = access;
        this.steps = steps;
    }

    /**
     * Calls of all cases into which the signed-in person may look, those first that still want an answer.
     *
     * @param incident a case, or null for all; of one that the person may not look into the list is empty
     * @param state calling, acknowledged, exhausted, withdrawn, or null for all
     * @throws NotYours to who holds no role, as the plain reporter
     */
    public Page<CallLine> list(@Nullable String incident, @Nullable String state, PageRequest page) {
        if (state != null && Stream.of(State.values()).map(State::key).noneMatch(state::equals)) {
            throw new InvalidInput("state", "invalid");
        }
        Actor actor = Actors.current();
        if (!actor.holdsAny(Roles.ALL.toArray(String[]::new))) {
            throw new NotYours("escalations");
        }
        return lines(queries.openFirst(incident, state, actor.insideAudiences(), page));
    }

    /**
     * The calls of a case, in the same order.
     *
     * @throws NotYours to who may know of the case but not look inside
     */
    public Page<CallLine> ofCase(String incident, PageRequest page) {
        Actor actor = Actors.current();
        access.requireInside(actor, incident);
        return lines(queries.openFirst(incident, null, actor.insideAudiences(), page));
    }

    private Page<CallLine> lines(Page<CallView> calls) {
        List<String> ids = calls.items().stream().map(CallView::id).toList();
        Map<String, List<Rung>> rungs = history.rungs(ids);
        Map<String, List<Kept>> people = history.people(ids);
        Map<String, About> about = history.about(ids, LocaleContextHolder.getLocale());
        ElementNames.Named names = names(calls.items());
        return calls.map(call -> line(
                call,
                named(call, names),
                about.getOrDefault(call.id(), About.NOTHING),
                CallReader.now(rungs.getOrDefault(call.id(), List.of()), people.getOrDefault(call.id(), List.of()))));
    }

    private CallLine line(CallView call, String subject, About about, CallReader.Now now) {
        boolean waits =
                call.state().equals(State.CALLING.key()) && !now.people().isEmpty();
        return new CallLine(
                call,
                subject,
                about.drill(),
                about.facts(),
                waits ? now.people() : List.of(),
                waits ? now.rung().map(ladder::patienceEnds).orElse(null) : null);
    }

    private ElementNames.Named names(List<CallView> calls) {
        return steps.of(calls.stream().map(CallView::incident).distinct().toList(), LocaleContextHolder.getLocale());
    }

    private static String named(CallView call, ElementNames.Named names) {
        return names.of(call.incident(), BusinessKey.elementOf(call.subject()));
    }

    /**
     * How one call went.
     *
     * @throws UnknownCall for a call that does not exist, or of a case that the person may not know
     * @throws NotYours to who may know of the case but not look inside
     */
    public CallRecord find(String id) {
        Actor actor = Actors.current();
        Call call = store.find(id)
                .filter(found -> access.maySee(actor, found.incident()))
                .orElseThrow(() -> new UnknownCall(id));
        access.requireInside(actor, call.incident());
        CallView view = queries.view(id);
        return reader.read(
                call, view, named(view, names(List.of(view))), next(call).orElse(null));
    }

    private Optional<NextRung> next(Call call) {
        return switch (call.state()) {
            case CALLING -> Optional.of(climbs(call));
            case EXHAUSTED ->
                Optional.ofNullable(history.exhaustedAt(call.id())).flatMap(end -> again(call, end));
            case ACKNOWLEDGED, WITHDRAWN -> Optional.empty();
        };
    }

    private NextRung climbs(Call call) {
        @Nullable Instant at = call.rung() == call.roundStart() ? null : course.patienceEnds(call.id());
        return course.next(call, call.rung())
                .map(row -> new NextRung("rung", row.role(), at))
                .orElseGet(() -> new NextRung("window", Roles.WINDOW, at));
    }

    private Optional<NextRung> again(Call call, Instant exhaustedAt) {
        return ladder.again(call, exhaustedAt)
                .flatMap(at -> ladder.rung(call, call.level(), call.roundStart() + 1)
                        .map(row -> new NextRung("again", row.role(), at)));
    }
}
