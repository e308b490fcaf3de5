/** Holidays, office hours, fiscal years, eras, legal and internal deadlines. */
@ApplicationModule(
        displayName = "calendar",
        allowedDependencies = {"web"})
@NullMarked
package dev.noroshi.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
