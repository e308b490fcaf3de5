package dev.noroshi.reporting;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.IncidentEvent;
import dev.noroshi.incident.Incidents;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.workflow.BusinessKey;
import dev.noroshi.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports to bodies outside: which are due and when, who drafted and approved them, and that they were submitted. */
@Service
@Transactional
public class Reports {

    private final ReportStore store;
    private final Determination determination;
    private final Drafts drafts;
    private final Reminder reminder;
    private final Bases bases;
    private final Reminders reminders;
    private final Drops drops;
    private final FollowUps followUps;
    private final Incidents incidents;
    private final CaseAccess access;
    private final Processes processes;
    private final Clock clock;

    Reports(
            ReportStore store,
            Determination determination,
            Drafts drafts,
            Reminder reminder,
            Bases bases,
            Reminders reminders,
            Drops drops,
            FollowUps followUps,
            Incidents incidents,
            CaseAccess access,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.determination = determination;
        this.drafts = drafts;
        this.reminder = reminder;
        this.bases = bases;
        this.reminders = reminders;
        this.drops = drops;
        this.followUps = followUps;
        this.incidents = incidents;
        this.access = access;
        this.processes = processes;
        this.clock = clock;
    }

    /** The reports that the caller may see; with a day, those still open and due by then. */
    @Transactional(readOnly = true)
    public Page<Report> list(@Nullable String incident, @Nullable LocalDate dueUntil, PageRequest page) {
        if (incident != null) {
            access.requireInside(Actors.current(), incident);
        }
        Locale reader = LocaleContextHolder.getLocale();
        return store.search(Actors.current(), incident, dueUntil, page)
                .map(report -> report.because(bases.words(report.basis(), reader)));
    }

    /** Decides which reports are due; in a reopened case also who hears that it goes on. */
    public void determine(String number) {
        decide(number);
        Incident incident = incidents.of(number);
        if (incident.reopenings() > 0) {
            followUps.propose(incident);
        }
    }

    /** Decides it, again when facts have changed; what was begun goes on. */
    private void decide(String number) {
        List<Report> known = store.of(number);
        Incident incident = incidents.of(number);
        Map<String, Report> choices =
                known.stream().collect(Collectors.toMap(Report::choice, it -> it, (former, latter) -> latter));
        Map<String, Instant> since = new HashMap<>();
        choices.forEach((choice, report) -> {
            if (report.required() && report.knownAt() != null) {
                since.put(choice, report.knownAt());
            }
        });
        @Nullable Instant evaluated = incident.evaluatedAt();
        Instant now = known.isEmpty() && evaluated != null ? evaluated : clock.instant();
        List<Report> added = new ArrayList<>();
        for (Report report : determination.of(incident, since, now)) {
            @Nullable Report same = choices.get(report.choice());
            if (same == null) {
                added.add(report.numbered(number + "-R" + (known.size() + added.size() + 1)));
            } else if (!same.determinedLike(report)) {
                again(same, report);
            }
        }
        store.insert(added, known.size() + 1);
    }

    private void again(Report known, Report now) {
        store.redetermine(known.id(), now);
        if (known.open()) {
            Instant next = remindAt(known.id());
            processes.reschedule(known.id(), "event_deadlineNears", next);
            processes.reschedule(known.id(), "event_nextReminder", next);
        }
    }

    /** A withdrawn case tells nobody outside any more; what was submitted stays submitted. */
    @EventListener
    void on(IncidentEvent.Closed closed) {
        if (closed.outcome().equals("withdrawn")) {
            store.of(closed.number()).stream().filter(Report::open).forEach(report -> {
                store.withdraw(report.id());
                processes.stop("external-report", report.id());
            });
        }
    }

    /**
     * After people confirmed the addressees, what the tables newly ask is begun at once.
     *
     * @return the reports as they were
     */
    List<Report> redetermine(String number) {
        List<Report> before = store.of(number);
        if (before.isEmpty()) {
            return before;
        }
        decide(number);
        drops.ask(number, before);
        if (store.confirmed(number)) {
            for (Report report : store.of(number)) {
                if (report.state().equals("proposed")) {
                    store.state(report.id(), "drafting", null);
                    incidents.record(number, "report-newly-required", bases.lines(report));
                }
            }
            begin(number);
        }
        return before;
    }

    /** Starts the process of every report that people chose and nobody has begun. */
    public void begin(String number) {
        for (Report report : store.of(number)) {
            if (report.state().equals("drafting")) {
                processes.startUnlessRunning(number, "external-report", report.id());
            }
        }
    }

    @Transactional(readOnly = true)
    public boolean anyRequired(String number) {
        return store.of(number).stream().anyMatch(Report::required);
    }

    @Transactional(readOnly = true)
    public boolean approved(String id) {
        String state = store.get(id).state();
        return state.equals("approved") || state.equals("submitted");
    }

    /** When the next step of the table of reminders is due; a day from now where no clock runs. */
    @Transactional(readOnly = true)
    public Instant remindAt(String id) {
        return nextReminder(id)
                .map(Reminders.Step::at)
                .orElseGet(() -> clock.instant().plusSeconds(86_400));
    }

    /** Whether the report still has to be submitted and the table names a further step. */
    @Transactional(readOnly = true)
    public boolean anotherReminder(String id) {
        return store.get(id).open() && nextReminder(id).isPresent();
    }

    private Optional<Reminders.Step> nextReminder(String id) {
        Report report = store.get(id);
        return reminders.next(report, incidents.of(report.incident()), store.reminderStep(id));
    }

    /** Takes the step whose time has come; of several only the last. */
    public void remind(String id) {
        Report report = store.get(id);
        Incident incident = incidents.of(report.incident());
        if (report.open()) {
            reminders
                    .due(report, incident, store.reminderStep(id), clock.instant())
                    .ifPresent(step -> {
                        reminder.send(report, incident, step);
                        store.reminded(id, step.number(), clock.instant());
                        incidents.record(report.incident(), "report-reminded", id);
                    });
        }
    }

    @Transactional(readOnly = true)
    List<Report> of(String number) {
        return store.of(number);
    }

    /** What the approver said when sending it back; empty for nothing. */
    @Transactional(readOnly = true)
    String comment(String id) {
        Report report = store.get(id);
        @Nullable String comment = report.comment();
        return report.text() == null || comment == null ? "" : comment;
    }

    /** To whom, how, until when and on what ground, for whoever writes, approves or submits it. */
    @Transactional(readOnly = true)
    String heading(String id) {
        return bases.heading(store.get(id), LocaleContextHolder.getLocale());
    }

    /** Message key of the body that it is for. */
    @Transactional(readOnly = true)
    String subject(String id) {
        return "form.confirmReports.reports." + store.get(id).choice();
    }

    @Transactional(readOnly = true)
    Report get(String id) {
        return store.get(id);
    }

    @Transactional(readOnly = true)
    String draft(String id) {
        Report report = store.get(id);
        @Nullable String text = report.text();
        return text == null ? drafts.draft(report, incidents.of(report.incident())) : text;
    }

    void drafted(String id, String text) {
        store.drafted(id, text, Actors.current().account());
        record(id, "report-drafted", "");
    }

    void judge(String id, boolean approve, @Nullable String comment) {
        Report report = store.get(id);
        String account = Actors.current().account();
        if (approve && account.equals(report.draftedBy())) {
            throw new AuthorMayNotApprove(id);
        }
        store.judged(id, approve ? "approved" : "drafting", approve ? account : null, comment);
        record(id, approve ? "report-approved" : "report-sent-back", comment == null ? "" : comment);
    }

    void submitted(String id, Map<String, Object> values) {
        @Nullable Object reference = values.get("referenceNumber");
        Instant at = values.get("submittedAt") instanceof Instant given ? given : clock.instant();
        store.submitted(id, at, String.valueOf(values.get("channel")), reference == null ? null : reference.toString());
        record(id, "report-submitted", reference == null ? "" : reference.toString());
    }

    private void record(String id, String kind, String text) {
        incidents.record(BusinessKey.incidentOf(id), kind, (id + "\n" + text).strip());
    }
}
