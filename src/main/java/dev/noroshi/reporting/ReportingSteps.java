package dev.noroshi.reporting;

import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.PlanVocabulary;
import java.util.Date;

/** What the plan may ask and do about reports to bodies outside; {@code key} is the case's, below the line a report's. */
@PlanVocabulary("reporting")
public class ReportingSteps {

    private final Reports reports;
    private final Drops drops;

    ReportingSteps(Reports reports, Drops drops) {
        this.reports = reports;
        this.drops = drops;
    }

    public void determine(String key) {
        reports.determine(key);
    }

    public void begin(String key) {
        reports.begin(key);
    }

    public boolean anyRequired(String key) {
        return reports.anyRequired(key);
    }

    @KeyOf("report")
    public boolean approved(String key) {
        return reports.approved(key);
    }

    /** Whether a person decided that a report which the tables no longer ask for is dropped. */
    @KeyOf("report")
    public boolean dropDecided(String key) {
        return drops.decided(key);
    }

    /** Ends a report as not required; it begins again when facts ask for it again. */
    @KeyOf("report")
    public void drop(String key) {
        drops.drop(key);
    }

    @KeyOf("report")
    public Date remindAt(String key) {
        return Date.from(reports.remindAt(key));
    }

    @KeyOf("report")
    public boolean anotherReminder(String key) {
        return reports.anotherReminder(key);
    }

    @KeyOf("report")
    public void remind(String key) {
        reports.remind(key);
    }
}
