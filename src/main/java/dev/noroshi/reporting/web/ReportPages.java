package dev.noroshi.reporting.web;

import dev.noroshi.reporting.Reports;
import dev.noroshi.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The reports of a case. */
@Controller
class ReportPages {

    private final Reports reports;

    ReportPages(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/incidents/{number}/reports")
    String ofCase(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        model.addAttribute("number", number);
        model.addAttribute(
                "reports",
                reports.list(number, null, new PageRequest(0, PageRequest.LARGEST))
                        .items());
        return htmx == null ? "reporting/case" : "reporting/case :: reports";
    }
}
