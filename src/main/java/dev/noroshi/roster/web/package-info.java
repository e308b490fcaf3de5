/** Pages and REST of the roster. */
@NullMarked
package dev.noroshi.roster.web;

import org.jspecify.annotations.NullMarked;
