/** Whether every ladder ends in a person with a working address, at every moment of the coming year. */
@NullMarked
package dev.noroshi.escalation.proof;

import org.jspecify.annotations.NullMarked;
