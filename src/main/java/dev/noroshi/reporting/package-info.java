/** Knows which bodies outside must be told and by when; drafts, approves and records those reports. */
@ApplicationModule(
        displayName = "reporting",
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
            "incident"
        })
@NullMarked
package dev.noroshi.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
