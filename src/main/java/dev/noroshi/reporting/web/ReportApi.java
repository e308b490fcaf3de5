package dev.noroshi.reporting.web;

import dev.noroshi.reporting.Report;
import dev.noroshi.reporting.Reports;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over REST; {@code due} asks for those still open and due by that day. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportApi {

    private final Reports reports;

    ReportApi(Reports reports) {
        this.reports = reports;
    }

    @GetMapping
    Page<Report> list(
            @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable LocalDate due,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return reports.list(incident, due, new PageRequest(page, size));
    }
}
