/** The embedded default: database, mail server and fictional city of a first start; absent from the production jar. */
@ApplicationModule(displayName = "demo")
@NullMarked
package dev.noroshi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
