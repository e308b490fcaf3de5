/** Whether every ladder ends in a person whom a letter or the window's telephone reaches, at every moment of the coming year. */
@NullMarked
package dev.noroshi.escalation.proof;

import org.jspecify.annotations.NullMarked;
