package dev.noroshi.task;

import dev.noroshi.workflow.Field;
import java.util.List;

/**
 * A step and what it asks of whoever takes it.
 *
 * @param fields empty once it is over
 * @param about what must be read first; empty for nothing, and once it is over
 */
public record AskedTask(Task task, List<Field> fields, String about) {}
