package dev.noroshi.plan;

import java.time.Duration;
import java.util.List;

/**
 * The open cases that stand at one element.
 *
 * @param name in the reader's language
 * @param longest how long the first of them waits
 * @param median of their waiting times; the longer of the two in the middle
 * @param incidents their numbers, the longest waiting first
 * @param heat from 1 (few) to 4 (as many as anywhere in this model)
 */
public record Crowd(
        String process,
        String element,
        String name,
        String type,
        int cases,
        Duration longest,
        Duration median,
        List<String> incidents,
        int heat) {

    /** Hours begun, for people. */
    public long longestHours() {
        return (longest.toMinutes() + 59) / 60;
    }

    /** Hours begun, for people. */
    public long medianHours() {
        return (median.toMinutes() + 59) / 60;
    }
}
