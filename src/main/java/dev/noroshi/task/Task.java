package dev.noroshi.task;

import dev.noroshi.workflow.BusinessKey;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of the plan that a person must take.
 *
 * @param id the waiting's own, unique over all time
 * @param incident the case's number, or {@link BusinessKey#ROSTER}
 * @param key the business key it runs under
 * @param roles who may take it
 * @param assignee the account that has claimed it
 */
public record Task(
        String id,
        String incident,
        String key,
        String process,
        String element,
        String name,
        String edition,
        String form,
        @Nullable String target,
        @Nullable String runbook,
        @Nullable String policy,
        @Nullable String fourEyes,
        Set<String> roles,
        @Nullable String assignee,
        Status status,
        @Nullable Instant due,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    /** 未着手・対応中・完了・取下げ. */
    public enum Status {
        OPEN,
        CLAIMED,
        DONE,
        WITHDRAWN;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether it is a step of a case; else it is the roster's. */
    public boolean ofCase() {
        return BusinessKey.ofCase(key);
    }

    /** What it is about, where the same step may wait for several segments at once. */
    public String subject() {
        return BusinessKey.subject(key, element);
    }

    /** As it is once the account has taken it. */
    Task done(String account, Instant at) {
        return new Task(
                id,
                incident,
                key,
                process,
                element,
                name,
                edition,
                form,
                target,
                runbook,
                policy,
                fourEyes,
                roles,
                account,
                Status.DONE,
                due,
                createdAt,
                at,
                account);
    }

    public boolean waiting() {
        return status == Status.OPEN || status == Status.CLAIMED;
    }

    public boolean overdueAt(Instant now) {
        return waiting() && due != null && due.isBefore(now);
    }
}
