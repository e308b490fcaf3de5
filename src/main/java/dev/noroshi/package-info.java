/** Noroshi: the emergency response engine of a Japanese city's CSIRT. */
@NullMarked
package dev.noroshi;

import org.jspecify.annotations.NullMarked;
