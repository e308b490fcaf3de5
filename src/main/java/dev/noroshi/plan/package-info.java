/** Holds editions of the plan and the runbooks; shows where a case stands in the plan. */
@ApplicationModule(
        displayName = "plan",
        allowedDependencies = {"calendar", "web", "identity", "journal", "workflow", "roster", "mail"})
@NullMarked
package dev.noroshi.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
