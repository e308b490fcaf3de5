/** Pages and REST of calls. */
@NullMarked
package dev.noroshi.escalation.web;

import org.jspecify.annotations.NullMarked;
