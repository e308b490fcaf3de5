/** Pages and REST of cases. */
@NullMarked
package dev.noroshi.incident.web;

import org.jspecify.annotations.NullMarked;
