/** Writes down who did and saw what, append-only and hash-chained. */
@ApplicationModule(
        displayName = "journal",
        allowedDependencies = {"identity", "web"})
@NullMarked
package dev.noroshi.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
