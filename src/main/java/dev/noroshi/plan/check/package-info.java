/**
 * Reads a plan before any engine does, and says what is wrong with it: file, element, what to do. It needs no database and no
 * running application.
 */
@NamedInterface("check")
@NullMarked
package dev.noroshi.plan.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
