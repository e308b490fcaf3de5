/** Takes first reports (第一報) from the form and REST and opens a case for each. */
@ApplicationModule(
        displayName = "intake",
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
package dev.noroshi.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
