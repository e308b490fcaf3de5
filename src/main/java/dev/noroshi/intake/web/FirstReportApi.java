package dev.noroshi.intake.web;

import dev.noroshi.incident.Facts;
import dev.noroshi.incident.FactsDocument;
import dev.noroshi.intake.FirstReport;
import dev.noroshi.intake.FirstReports;
import dev.noroshi.intake.Receipt;
import dev.noroshi.intake.Submission;
import dev.noroshi.web.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** First reports over REST. */
@RestController
@RequestMapping("/api/v1/first-reports")
class FirstReportApi {

    /** The answer to a report. */
    record Accepted(String receipt, String incident, List<String> doNow) {}

    private final FirstReports reports;
    private final FactsDocument document;
    private final MessageSource messages;

    FirstReportApi(FirstReports reports, FactsDocument document, MessageSource messages) {
        this.reports = reports;
        this.document = document;
        this.messages = messages;
    }

    @Operation(
            description = "The facts; beside them `withoutSuperior` (the head of section is not told) and `drill`,"
                    + " both booleans and false by default. `impact` is the evaluation's and not taken here.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Facts.class)))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Accepted> receive(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Locale locale) {
        Receipt receipt = reports.receive(read(body), Submission.byRest(idempotencyKey, body.toString()));
        return ResponseEntity.created(URI.create("/api/v1/first-reports/" + receipt.receipt()))
                .body(accepted(receipt, locale));
    }

    @GetMapping("/{receipt}")
    Accepted find(@PathVariable String receipt, Locale locale) {
        return accepted(reports.find(receipt), locale);
    }

    private FirstReport read(JsonNode body) {
        if (!(body instanceof ObjectNode report)) {
            throw new InvalidInput("body", "type");
        }
        ObjectNode facts = report.deepCopy();
        boolean withoutSuperior = flag(facts, "withoutSuperior");
        boolean drill = flag(facts, "drill");
        if (facts.has("impact")) {
            throw new InvalidInput("impact", "unknown");
        }
        return new FirstReport(document.parse(facts), withoutSuperior, drill);
    }

    private static boolean flag(ObjectNode body, String name) {
        JsonNode value = body.remove(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new InvalidInput(name, "type");
        }
        return value.booleanValue();
    }

    private Accepted accepted(Receipt receipt, Locale locale) {
        return new Accepted(
                receipt.receipt(),
                receipt.incident(),
                receipt.doNow().stream()
                        .map(step -> messages.getMessage("intake.do-now." + step, null, locale))
                        .toList());
    }
}
