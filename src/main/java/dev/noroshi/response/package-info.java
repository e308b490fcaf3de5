/** Conducts a case through the plan: joins engine, incident, task, escalation and reporting. */
@ApplicationModule(
        displayName = "response",
        allowedDependencies = {
            "calendar",
            "web",
            "identity",
            "journal",
            "workflow",
            "roster",
            "mail",
            "escalation",
            "asset",
            "plan",
            "incident",
            "intake",
            "task",
            "reporting"
        })
@NullMarked
package dev.noroshi.response;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
