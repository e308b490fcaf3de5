/** Keeps the case: what happened, how bad, in which phase, who may see it, its timeline (経過記録) and evidence. */
@ApplicationModule(
        displayName = "incident",
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
            "plan"
        })
@NullMarked
package dev.noroshi.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
