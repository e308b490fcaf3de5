package dev.noroshi.incident.web;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.incident.Evidence;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.IncidentTypes;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.RegisterChanges;
import dev.noroshi.incident.Reopenings;
import dev.noroshi.incident.TimelineEntry;
import dev.noroshi.incident.TimelineOrder;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases, and the page of a case: what a reader may not do is not offered. */
@Controller
class IncidentPages {

    private static final int SIZE = 50;
    private static final int LINES = 50;
    private static final List<String> TYPES = Stream.concat(
                    IncidentTypes.PLAIN.stream(), IncidentTypes.FURTHER.stream())
            .toList();
    private static final List<String> FILTERS = List.of("q", "status", "phase", "level", "type", "segment");
    /** Parts of the page that their packages serve. */
    private static final List<String> PARTS = List.of("tasks", "process", "calls", "mails", "reports", "measures");

    /** A line of the timeline as it is shown. */
    record Line(TimelineEntry entry, String label, List<String> texts) {}

    /**
     * What is shown of a timeline.
     *
     * @param oldestFirst whether it is read from its beginning
     */
    record Reading(Page<Line> lines, boolean oldestFirst) {

        /** Where the first line shown stands, counted from 1. */
        public long from() {
            return (long) lines.page() * lines.size() + 1;
        }

        public long to() {
            return from() + lines.items().size() - 1;
        }

        public int last() {
            return (int) Math.max(0, (lines.total() - 1) / lines.size());
        }
    }

    private final Incidents incidents;
    private final Evidence evidence;
    private final RegisterChanges register;
    private final CaseAccess access;
    private final FactRows rows;
    private final IncidentTexts texts;

    IncidentPages(
            Incidents incidents,
            Evidence evidence,
            RegisterChanges register,
            CaseAccess access,
            FactRows rows,
            IncidentTexts texts) {
        this.incidents = incidents;
        this.evidence = evidence;
        this.register = register;
        this.access = access;
        this.rows = rows;
        this.texts = texts;
    }

    @GetMapping("/incidents")
    String list(@RequestParam Map<String, String> filter, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("incidents", incidents.search(IncidentApi.query(filter), new PageRequest(page, SIZE)));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "filtered",
                FILTERS.stream().anyMatch(name -> !filter.getOrDefault(name, "").isBlank()));
        model.addAttribute("types", TYPES);
        model.addAttribute("segments", IncidentTypes.SEGMENTS);
        model.addAttribute("phases", IncidentTypes.PHASES);
        return "incident/list";
    }

    @GetMapping("/incidents/{number}")
    String find(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "newest") String order,
            Model model) {
        Incident incident = incidents.view(number);
        Actor actor = Actors.current();
        boolean inside = allowed(() -> access.requireInside(actor, number));
        boolean works = incident.open() && allowed(() -> access.requireWork(actor, number));
        model.addAttribute("incident", incident);
        model.addAttribute("rows", rows.of(incident.facts()));
        model.addAttribute("inside", inside);
        model.addAttribute("works", works);
        model.addAttribute("uncontained", works ? register.uncontained(incident) : List.of());
        model.addAttribute("reopening", reopening(incident, actor));
        model.addAttribute("setsLevel", works && actor.holdsAny(Roles.HANDLER, Roles.LEAD, Roles.CHIEF, Roles.CISO));
        model.addAttribute(
                "withdraws",
                works || (incident.open() && incident.reporterAccount().equals(actor.account())));
        if (inside) {
            model.addAttribute("parts", PARTS);
            model.addAttribute("items", evidence.of(number));
            model.addAttribute("timeline", timeline(number, new PageRequest(page, LINES), order.equals("oldest")));
        }
        return "incident/case";
    }

    /** The form by which an ended case is opened again, or that is asked for; null for none. */
    private @Nullable String reopening(Incident incident, Actor actor) {
        if (incident.open() || !allowed(() -> access.requireWork(actor, incident.number()))) {
            return null;
        }
        if (Reopenings.decides(actor)) {
            return "reopening";
        }
        return actor.holdsAny(Roles.WINDOW, Roles.HANDLER) ? "reopening-asked" : null;
    }

    private Reading timeline(String number, PageRequest page, boolean oldestFirst) {
        TimelineOrder order = oldestFirst ? TimelineOrder.OLDEST_FIRST : TimelineOrder.NEWEST_FIRST;
        return new Reading(incidents.timeline(number, page, order).map(this::line), oldestFirst);
    }

    private Line line(TimelineEntry entry) {
        List<String> lines =
                entry.text().lines().filter(line -> !line.isBlank()).toList();
        return new Line(entry, texts.of("incident.entry." + entry.kind()), lines);
    }

    private static boolean allowed(Runnable check) {
        try {
            check.run();
            return true;
        } catch (NotYours forbidden) {
            return false;
        }
    }
}
