/** Pages and REST of reports to bodies outside. */
@NullMarked
package dev.noroshi.reporting.web;

import org.jspecify.annotations.NullMarked;
