/** Systems, devices, media, accounts and services, with segment, class and the people responsible. */
@ApplicationModule(
        displayName = "asset",
        allowedDependencies = {"calendar", "web", "identity", "journal", "workflow", "roster", "mail"})
@NullMarked
package dev.noroshi.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
