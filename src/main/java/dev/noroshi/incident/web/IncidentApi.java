package dev.noroshi.incident.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.IncidentQuery;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Reopenings;
import dev.noroshi.incident.TimelineEntry;
import dev.noroshi.incident.TimelineOrder;
import dev.noroshi.web.IdempotentRequests;
import dev.noroshi.web.IfMatch;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases over REST. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentApi {

    record Note(@Nullable String text) {}

    record NoteKept(String incident, String text) {}

    record LevelProposal(@Nullable String level, @Nullable String reason) {}

    record Withdrawal(@Nullable String reason) {}

    record Reopening(@Nullable String reason) {}

    /**
     * A line of the timeline.
     *
     * @param actorName the person's name, as it was then
     * @param label what {@code kind} means, in the reader's language
     */
    record Line(
            Instant at,
            Instant recordedAt,
            String actor,
            String actorName,
            String kind,
            String label,
            String text,
            String source) {}

    private final Incidents incidents;
    private final Reopenings reopenings;
    private final IdempotentRequests requests;
    private final IncidentTexts texts;

    IncidentApi(Incidents incidents, Reopenings reopenings, IdempotentRequests requests, IncidentTexts texts) {
        this.incidents = incidents;
        this.reopenings = reopenings;
        this.requests = requests;
        this.texts = texts;
    }

    @Parameter(name = "phase", in = ParameterIn.QUERY)
    @Parameter(name = "level", in = ParameterIn.QUERY, description = "L0 to L4")
    @Parameter(name = "type", in = ParameterIn.QUERY)
    @Parameter(name = "segment", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "open or closed")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Text to look for.")
    @GetMapping
    Page<IncidentView> list(
            @Parameter(hidden = true) @RequestParam Map<String, String> filter,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return incidents.search(query(filter), new PageRequest(page, size)).map(IncidentView::of);
    }

    static IncidentQuery query(Map<String, String> filter) {
        return IncidentQuery.of(
                filter.get("phase"),
                filter.get("level"),
                filter.get("type"),
                filter.get("segment"),
                filter.get("status"),
                filter.get("q"));
    }

    @GetMapping("/{number}")
    ResponseEntity<IncidentView> find(@PathVariable String number) {
        return answer(incidents.view(number));
    }

    /** Corrects facts; {@code If-Match} says which state they start from, without it or with {@code *} any will do. */
    @Operation(
            description = "Any of the facts with their new values (null: not known), and `reason`, which is required."
                    + " The answer's `ETag` is the state's version.")
    @PatchMapping("/{number}")
    ResponseEntity<IncidentView> correct(
            @PathVariable String number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>(body);
        Object reason = changes.remove("reason");
        if (reason != null && !(reason instanceof String)) {
            throw new InvalidInput("reason", "type");
        }
        return answer(incidents.correct(number, changes, reason == null ? "" : reason.toString(), IfMatch.read(match)));
    }

    @PostMapping("/{number}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    NoteKept note(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Note note) {
        String text = given(note.text());
        return requests.once(Actors.current().account(), key, List.of(number, "note", text), NoteKept.class, () -> {
            incidents.note(number, text);
            return new NoteKept(number, text.strip());
        });
    }

    @PostMapping("/{number}/level")
    ResponseEntity<IncidentView> level(@PathVariable String number, @RequestBody LevelProposal proposal) {
        incidents.proposeLevel(number, level(proposal.level()), given(proposal.reason()));
        return answer(incidents.of(number));
    }

    static int level(@Nullable String level) {
        if (level == null || level.isBlank()) {
            throw new InvalidInput("level", "required");
        }
        if (!level.matches("L[0-4]")) {
            throw new InvalidInput("level", "choice");
        }
        return level.charAt(1) - '0';
    }

    @PostMapping("/{number}/withdrawal")
    ResponseEntity<IncidentView> withdraw(@PathVariable String number, @RequestBody Withdrawal withdrawal) {
        incidents.proposeWithdrawal(number, given(withdrawal.reason()));
        return answer(incidents.of(number));
    }

    /** Opens an ended case again: 201 by who may, 202 where it is only asked for, 409 while it is open. */
    @PostMapping("/{number}/reopenings")
    ResponseEntity<IncidentView> reopen(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Reopening reopening) {
        String reason = given(reopening.reason());
        IncidentView view = requests.once(
                Actors.current().account(), key, List.of(number, "reopening", reason), IncidentView.class, () -> {
                    reopenings.reopen(number, reason);
                    return IncidentView.of(incidents.of(number));
                });
        return ResponseEntity.status(view.status().equals("open") ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .eTag("\"" + view.version() + "\"")
                .body(view);
    }

    @GetMapping("/{number}/timeline")
    Page<Line> timeline(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return incidents
                .timeline(number, new PageRequest(page, size), TimelineOrder.OLDEST_FIRST)
                .map(this::line);
    }

    private Line line(TimelineEntry entry) {
        return new Line(
                entry.at(),
                entry.recordedAt(),
                entry.actor(),
                entry.actorName(),
                entry.kind(),
                texts.of("incident.entry." + entry.kind()),
                entry.text(),
                entry.source());
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static ResponseEntity<IncidentView> answer(Incident incident) {
        return ResponseEntity.ok().eTag("\"" + incident.version() + "\"").body(IncidentView.of(incident));
    }
}
