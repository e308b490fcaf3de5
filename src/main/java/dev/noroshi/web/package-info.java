/** Frame of every page and API answer: layout, errors, session, assets. */
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {})
@NullMarked
package dev.noroshi.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
