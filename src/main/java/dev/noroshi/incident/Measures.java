package dev.noroshi.incident;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.roster.Person;
import dev.noroshi.web.IfMatch;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 再発防止策: planned in a case, ordered by the CISO, followed up by the plan until settled, also after the case has ended. */
@Service
@Transactional
public class Measures {

    private final MeasureStore store;
    private final MeasureOwners owners;
    private final MeasureTimes times;
    private final MeasureRules rules;
    private final IncidentRepository incidents;
    private final Timeline timeline;
    private final Withdrawals withdrawals;
    private final CaseAccess access;
    private final Processes processes;
    private final Clock clock;

    Measures(
            MeasureStore store,
            MeasureOwners owners,
            MeasureTimes times,
            MeasureRules rules,
            IncidentRepository incidents,
            Timeline timeline,
            Withdrawals withdrawals,
            CaseAccess access,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.owners = owners;
        this.times = times;
        this.rules = rules;
        this.incidents = incidents;
        this.timeline = timeline;
        this.withdrawals = withdrawals;
        this.access = access;
        this.processes = processes;
        this.clock = clock;
    }

    /** The measures of the cases into which the caller may look, soonest due first. */
    @Transactional(readOnly = true)
    public Page<Measure> list(MeasureQuery query, PageRequest page) {
        Actor actor = Actors.current();
        if (query.incident() != null) {
            access.requireInside(actor, query.incident());
        }
        return store.list(actor, query, today(), page);
    }

    /** For whoever may look into the case, and its owner where the case is open to all. */
    @Transactional(readOnly = true)
    public Measure view(String id) {
        Actor actor = Actors.current();
        Measure measure = store.find(id).orElseThrow(() -> new UnknownMeasure(id));
        boolean owns = owners.isOwner(actor, measure.owner())
                && !incidents.get(measure.incident()).restricted();
        if (!owns && !access.mayLookInside(actor, measure.incident())) {
            throw new UnknownMeasure(id);
        }
        return measure;
    }

    /** Whether the person acting may change the measure: who works on the case, and the owner. */
    @Transactional(readOnly = true)
    public boolean mayChange(Measure measure) {
        Actor actor = Actors.current();
        return access.works(actor, measure.incident()) || owners.isOwner(actor, measure.owner());
    }

    /** Adds a measure to a case, which may have ended; the plan follows it up at once where it follows the others. */
    public Measure add(String number, NewMeasure planned) {
        access.requireWork(Actors.current(), number);
        Incident incident = incidents.lock(number);
        Measure measure = insert(incident, planned);
        timeline.append(number, "measure-added", rules.words(measure));
        boolean followed = !incident.open() || store.of(number).stream().anyMatch(Measure::begun);
        if (followed) {
            begin(number);
        }
        return measure;
    }

    /** @param from the state from which the change starts */
    public Measure change(String id, MeasureChange change, IfMatch from) {
        String number = view(id).incident();
        incidents.lock(number);
        Measure before = view(id);
        if (!mayChange(before)) {
            throw new NotYours("incident.measure");
        }
        if (!from.admits(before.version())) {
            throw new IncidentChanged(id);
        }
        Measure after = rules.changed(before, change, today());
        if (after.equals(before)) {
            return before;
        }
        store.update(after);
        timeline.append(number, "measure-changed", rules.difference(before, after));
        tellThePlan(before, after);
        return view(id);
    }

    /** A withdrawn case (取下げ) asks for nothing that nobody has ordered yet; what the plan follows up already goes on. */
    @EventListener
    void on(IncidentEvent.Closed closed) {
        if (!closed.outcome().equals("withdrawn")) {
            return;
        }
        String reason = withdrawals.asked(closed.number()).map(Decision::reason).orElse("");
        for (Measure before : planned(closed.number())) {
            if (!before.settled()) {
                Measure after = before.dropped(reason);
                store.update(after);
                timeline.append(closed.number(), "measure-changed", rules.difference(before, after));
            }
        }
    }

    private void tellThePlan(Measure before, Measure after) {
        if (!before.begun()) {
            return;
        }
        if (after.settled() && !before.settled()) {
            processes.deliver("MeasureSettled", after.id());
        } else if (before.settled() && !after.settled()) {
            processes.startAgain("follow-up", after.id());
        } else if (!after.due().equals(before.due())) {
            processes.reschedule(after.id(), "event_remind", remindAt(after.id()));
        }
    }

    /** What the review plans now; what it had planned before and nobody follows up yet is replaced. */
    List<Measure> plan(String number, List<NewMeasure> planned) {
        Incident incident = incidents.lock(number);
        store.deletePlanned(number);
        List<Measure> measures = new ArrayList<>();
        for (NewMeasure one : planned) {
            measures.add(inItsRow(measures.size(), () -> insert(incident, one)));
        }
        measures.forEach(it -> timeline.append(number, "measure-added", rules.words(it)));
        return measures;
    }

    /** What does not fit is told by its row, as the form names it. */
    private static Measure inItsRow(int row, Supplier<Measure> act) {
        try {
            return act.get();
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.fields().stream()
                    .map(error ->
                            new FieldError("measures." + row + "." + error.field(), error.code(), error.arguments()))
                    .toList());
        }
    }

    private Measure insert(Incident incident, NewMeasure planned) {
        int place = store.nextPlace(incident.number());
        LocalDate due = planned.due() == null ? times.proposed(incident) : planned.due();
        MeasureOwners.Owner owner = rules.owner(planned.owner());
        String id = incident.number() + "-M" + place;
        Measure measure = rules.checked(
                new Measure(
                        id,
                        incident.number(),
                        planned.what(),
                        owner.key(),
                        owner.name(),
                        due,
                        "open",
                        null,
                        null,
                        false,
                        null,
                        clock.instant(),
                        1),
                today());
        store.insert(measure, place);
        return measure;
    }

    /** The plan follows up every measure of the case from now on. */
    public void begin(String number) {
        for (Measure measure : store.of(number)) {
            if (!measure.begun()) {
                store.begun(measure.id());
                processes.startBeside(number, "follow-up", measure.id());
            }
        }
    }

    /** What was planned and is not followed up yet. */
    @Transactional(readOnly = true)
    List<Measure> planned(String number) {
        return store.of(number).stream().filter(it -> !it.begun()).toList();
    }

    /** For the plan, which has the right to ask. */
    @Transactional(readOnly = true)
    public Measure of(String id) {
        return store.find(id).orElseThrow(() -> new UnknownMeasure(id));
    }

    @Transactional(readOnly = true)
    public Instant remindAt(String id) {
        return times.remindAt(of(id));
    }

    /** Today, where the city is. */
    public LocalDate today() {
        return clock.instant().atZone(BusinessCalendar.TOKYO).toLocalDate();
    }

    /** Who is reminded of it; in a restricted case those who may know of it. */
    @Transactional(readOnly = true)
    public List<Person> peopleFor(Measure measure) {
        String role = measure.owner().startsWith("role:") ? measure.owner().substring("role:".length()) : "";
        List<Person> people = owners.people(measure.owner());
        if (!incidents.get(measure.incident()).restricted()) {
            return people;
        }
        CaseAccess.Readers readers = access.readersOf(measure.incident());
        return people.stream()
                .filter(person -> readers.include(role, person.account()))
                .toList();
    }

    /** The owner was reminded. */
    public void reminded(Measure measure) {
        store.reminded(measure.id(), clock.instant());
        timeline.append(measure.incident(), "measure-reminded", rules.words(measure));
    }

    /** Names that an owner may be called by: roles and sections. */
    @Transactional(readOnly = true)
    public List<String> owners() {
        return owners.suggested();
    }
}
