/** Pages and REST of the plan, its runbooks, and where a case stands in it. */
@NullMarked
package dev.noroshi.plan.web;

import org.jspecify.annotations.NullMarked;
