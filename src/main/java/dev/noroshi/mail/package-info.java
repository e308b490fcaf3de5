/** Sends every letter once and reads every reply once. */
@ApplicationModule(
        displayName = "mail",
        allowedDependencies = {"calendar", "web", "identity", "journal", "workflow"})
@NullMarked
package dev.noroshi.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
