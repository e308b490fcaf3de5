/** Gets an answer from a person in time: calls one rung after the other until someone answers. */
@ApplicationModule(
        displayName = "escalation",
        allowedDependencies = {"calendar", "web", "identity", "journal", "workflow", "roster", "mail"})
@NullMarked
package dev.noroshi.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
