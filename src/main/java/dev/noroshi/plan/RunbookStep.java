package dev.noroshi.plan;

/**
 * One line of a checklist.
 *
 * @param line counted from 0 through the whole runbook, the same in every language
 * @param text the line as it is written
 * @param html the line, rendered
 */
public record RunbookStep(int line, String phase, String text, String html) {}
