/** Hides the process engine; the only package that imports it. */
@ApplicationModule(
        displayName = "workflow",
        allowedDependencies = {})
@NullMarked
package dev.noroshi.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
