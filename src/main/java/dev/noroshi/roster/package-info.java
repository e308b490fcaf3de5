/** Who holds which role and post, who stands in, and how to reach them at a given moment. */
@ApplicationModule(
        displayName = "roster",
        allowedDependencies = {"calendar", "web", "identity", "journal", "workflow"})
@NullMarked
package dev.noroshi.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
