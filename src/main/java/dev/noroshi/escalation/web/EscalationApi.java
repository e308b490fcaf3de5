package dev.noroshi.escalation.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.noroshi.escalation.CallRecord;
import dev.noroshi.escalation.CallRecord.CalledRung;
import dev.noroshi.escalation.CallRecord.GivenAnswer;
import dev.noroshi.escalation.CallRecord.NextRung;
import dev.noroshi.escalation.CallRecords;
import dev.noroshi.escalation.CallView;
import dev.noroshi.escalation.Escalations;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls over REST. */
@RestController
@RequestMapping("/api/v1/escalations")
class EscalationApi {

    /**
     * An answer.
     *
     * @param via button, or proxy with the person who answered; by default what the presence of a person says
     */
    record Acknowledgement(
            @Nullable String via,
            @Nullable String person,
            @Nullable String note) {}

    /** A call in full: the row of the list, and how it went. */
    record WholeCall(
            @JsonUnwrapped CallView call,
            String subjectName,
            boolean drill,
            List<CalledRung> rungs,
            @Nullable NextRung next,
            List<GivenAnswer> answers) {

        static WholeCall of(CallRecord one) {
            return new WholeCall(one.call(), one.subjectName(), one.drill(), one.rungs(), one.next(), one.answers());
        }
    }

    private final Escalations escalations;
    private final CallRecords records;

    EscalationApi(Escalations escalations, CallRecords records) {
        this.escalations = escalations;
        this.records = records;
    }

    @GetMapping
    Page<CallView> list(
            @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return escalations.list(incident, state, new PageRequest(page, size));
    }

    @GetMapping("/{id}")
    WholeCall find(@PathVariable String id) {
        return WholeCall.of(records.find(id));
    }

    @PostMapping("/{id}/acknowledgement")
    CallView acknowledge(@PathVariable String id, @RequestBody(required = false) @Nullable Acknowledgement answer) {
        Acknowledgement given = answer == null ? new Acknowledgement(null, null, null) : answer;
        String via = given.via() == null ? (given.person() == null ? "button" : "proxy") : given.via();
        return switch (via) {
            case "button" -> escalations.acknowledge(id);
            case "proxy" -> escalations.acknowledgeFor(id, given.person(), given.note());
            default -> throw new InvalidInput("via", "invalid");
        };
    }
}
