package dev.noroshi.incident;

import dev.noroshi.identity.Roles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who may see a new case (design.md §6): the CSIRT and officials, the reporter, the section's head; a restricted one the named few. */
final class Audiences {

    /** Who gets the first letter, and whom runbook RB-12 names; the CISO joins them when asked to decide. */
    private static final List<String> FEW = List.of(Roles.WINDOW, Roles.LEAD, Roles.CHIEF);

    private static final List<String> ALL = List.of(
            Roles.WINDOW,
            Roles.HANDLER,
            Roles.LEAD,
            Roles.CHIEF,
            Roles.CISO,
            Roles.SYSTEM_MANAGER,
            Roles.PRIVACY_OFFICER,
            Roles.PUBLIC_RELATIONS,
            Roles.AUDITOR);

    private Audiences() {}

    /** The named few of a restricted case, and who reported it. */
    static Set<String> few(String reporterAccount) {
        Set<String> audiences = new LinkedHashSet<>();
        audiences.add("account:" + reporterAccount);
        FEW.forEach(role -> audiences.add("role:" + role));
        return audiences;
    }

    static Set<String> of(NewIncident report) {
        Set<String> audiences = few(report.reporterAccount());
        if (report.restricted()) {
            return audiences;
        }
        ALL.forEach(role -> audiences.add("role:" + role));
        if (report.section() != null) {
            audiences.add("section:" + report.section());
        }
        return audiences;
    }
}
