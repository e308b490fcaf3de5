/** Who is acting and what they may see and do. */
@ApplicationModule(
        displayName = "identity",
        allowedDependencies = {"web"})
@NullMarked
package dev.noroshi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
