/** Gives each step of the plan that a person must take an owner, and follows it until done. */
@ApplicationModule(
        displayName = "task",
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
package dev.noroshi.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
