package dev.noroshi.reporting;

import dev.noroshi.incident.Incident;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a reopened case tells bodies outside (domain.md §10: a report outlives its case, and goes on when there are new facts):
 * those that were told get a further report (続報), those that were left out or withdrawn are proposed anew, and people confirm.
 */
@Component
class FollowUps {

    static final String KIND = "follow-up";

    private final ReportStore store;
    private final Determination determination;
    private final Clock clock;

    FollowUps(ReportStore store, Determination determination, Clock clock) {
        this.store = store;
        this.determination = determination;
        this.clock = clock;
    }

    /** Proposes them once for each course of the case; a repeat adds nothing. */
    void propose(Incident incident) {
        String number = incident.number();
        store.unconfirm(number);
        List<Report> all = store.of(number);
        Map<String, List<Report>> bodies =
                all.stream().collect(Collectors.groupingBy(Report::addressee, LinkedHashMap::new, Collectors.toList()));
        List<Report> added = new ArrayList<>();
        bodies.forEach((body, reports) -> {
            List<Report> required = reports.stream().filter(Report::required).toList();
            required.stream()
                    .filter(report -> report.state().matches("withdrawn|not-required"))
                    .forEach(report -> store.state(report.id(), "proposed", null));
            boolean told = !required.isEmpty()
                    && required.stream().allMatch(report -> report.state().equals("submitted"));
            if (told) {
                String id = number + "-R" + (all.size() + added.size() + 1);
                added.add(further(incident, required).numbered(id));
            }
        });
        store.insert(added, all.size() + 1);
    }

    private Report further(Incident incident, List<Report> told) {
        Report last =
                told.stream().max(Comparator.comparing(FollowUps::submitted)).orElseThrow();
        Instant now = clock.instant();
        boolean law = last.addressee().equals("ppc");
        @Nullable Instant due = law && incident.drill() ? null : determination.due(incident, last.addressee(), now);
        return new Report.Determined(
                        last.addressee(),
                        KIND,
                        now,
                        due,
                        null,
                        null,
                        last.rule(),
                        last.ruleVersion(),
                        last.basis(),
                        last.channel() == null ? "document" : last.channel(),
                        true)
                .of(incident.number(), incident.drill());
    }

    private static Instant submitted(Report report) {
        return report.submittedAt() == null ? Instant.MIN : report.submittedAt();
    }
}
