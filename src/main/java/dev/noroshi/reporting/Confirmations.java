package dev.noroshi.reporting;

import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.InvalidInput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 通報先の確定: people say which reports are written; what the tables require is left out only with a reason (domain.md §3.2). */
@Component
class Confirmations {

    private final ReportStore store;
    private final Incidents incidents;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;

    Confirmations(ReportStore store, Incidents incidents, Journal journal, MessageSource messages, Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws InvalidInput when a required one is left out and the reason is empty */
    void confirm(String number, Collection<?> chosen, String reason) {
        List<Report> all = store.of(number);
        List<Report> leftOut = all.stream()
                .filter(report -> report.state().equals("proposed") && !chosen.contains(report.choice()))
                .toList();
        if (reason.isEmpty() && !leftOut.isEmpty()) {
            throw new InvalidInput("reason", "left-out", names(leftOut));
        }
        leftOut.forEach(report -> store.state(report.id(), "not-required", reason));
        for (Report report : all) {
            if (chosen.contains(report.choice()) && report.state().matches("proposed|not-required")) {
                store.state(report.id(), "drafting", report.required() ? null : reason);
            }
        }
        store.confirm(number, clock.instant());
        tell(number, leftOut, reason);
    }

    private void tell(String number, List<Report> leftOut, String reason) {
        List<Saying> lines = new ArrayList<>();
        leftOut.forEach(report -> lines.add(Saying.phrase("reporting.left-out", Saying.phrase(nameOf(report)))));
        if (!reason.isEmpty()) {
            lines.add(Saying.verbatim(reason));
        }
        incidents.record(number, "reports-confirmed", lines);
        if (!leftOut.isEmpty()) {
            String choices = leftOut.stream().map(Report::choice).collect(Collectors.joining(", "));
            journal.record("reporting.left-out", number, choices + ": " + reason);
        }
    }

    private String names(List<Report> reports) {
        return reports.stream()
                .map(report -> messages.getMessage(nameOf(report), null, LocaleContextHolder.getLocale()))
                .collect(Collectors.joining("、"));
    }

    private static String nameOf(Report report) {
        return "form.confirmReports.reports." + report.choice();
    }
}
