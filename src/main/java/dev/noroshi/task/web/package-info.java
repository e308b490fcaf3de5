/** Queue, step pages and REST of tasks. */
@NullMarked
package dev.noroshi.task.web;

import org.jspecify.annotations.NullMarked;
