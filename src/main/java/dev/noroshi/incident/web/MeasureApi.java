package dev.noroshi.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noroshi.identity.Actors;
import dev.noroshi.incident.Measure;
import dev.noroshi.incident.MeasureChange;
import dev.noroshi.incident.MeasureQuery;
import dev.noroshi.incident.Measures;
import dev.noroshi.incident.NewMeasure;
import dev.noroshi.web.IdempotentRequests;
import dev.noroshi.web.IfMatch;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.web.bind.annotation.RestController;

/** Measures of prevention (再発防止策) over REST. */
@RestController
@RequestMapping("/api/v1")
class MeasureApi {

    /**
     * A measure.
     *
     * @param owner {@code role:<key>}, {@code section:<name>} or {@code person:<id>}
     * @param due the last day
     * @param state {@code open}, {@code in-progress}, {@code done} or {@code dropped}
     */
    record MeasureView(
            String id,
            String incident,
            String what,
            String owner,
            String ownerName,
            LocalDate due,
            String state,
            boolean overdue,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String reason,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String followUp,

            long version) {}

    record MeasureEntry(
            @Nullable String what,
            @Nullable String owner,
            @Nullable LocalDate due) {}

    private final Measures measures;
    private final IdempotentRequests requests;

    MeasureApi(Measures measures, IdempotentRequests requests) {
        this.measures = measures;
        this.requests = requests;
    }

    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "open (not settled), overdue, or settled (done or dropped)")
    @GetMapping("/measures")
    Page<MeasureView> list(
            @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return measures.list(MeasureQuery.of(incident, state), new PageRequest(page, size))
                .map(this::view);
    }

    @GetMapping("/measures/{id}")
    ResponseEntity<MeasureView> find(@PathVariable String id) {
        return answer(measures.view(id), HttpStatus.OK);
    }

    @Operation(
            description =
                    "The owner is a role, a section or a person of the roster, by key or name; without one it is the"
                            + " CSIRT's lead. Without a day it is due when the plan's target `measure` says.")
    @PostMapping("/incidents/{number}/measures")
    ResponseEntity<MeasureView> add(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody MeasureEntry entry) {
        NewMeasure planned = new NewMeasure(Objects.requireNonNullElse(entry.what(), ""), entry.owner(), entry.due());
        MeasureView view = requests.once(
                Actors.current().account(),
                key,
                List.of(number, "measure", entry),
                MeasureView.class,
                () -> view(measures.add(number, planned)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(tag(view.version()))
                .body(view);
    }

    @Operation(
            description =
                    "What is left out stays. A `reason` is required where the state becomes `dropped`. `If-Match` says"
                            + " which version the change starts from.")
    @PatchMapping("/measures/{id}")
    ResponseEntity<MeasureView> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody MeasureChange change) {
        return answer(measures.change(id, change, IfMatch.read(match)), HttpStatus.OK);
    }

    private ResponseEntity<MeasureView> answer(Measure measure, HttpStatus status) {
        return ResponseEntity.status(status).eTag(tag(measure.version())).body(view(measure));
    }

    private MeasureView view(Measure it) {
        return new MeasureView(
                it.id(),
                it.incident(),
                it.what(),
                it.owner(),
                it.ownerName(),
                it.due(),
                it.state(),
                it.overdueOn(measures.today()),
                it.reason(),
                it.followUp(),
                it.version());
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
