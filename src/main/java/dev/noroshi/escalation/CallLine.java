package dev.noroshi.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call in a list for people.
 *
 * @param subjectName the step for which people are called, as the plan names it, in the reader's language
 * @param drill 【訓練】
 * @param facts what, where and the other things that people are told
 * @param waitedFor names of those who may answer now
 * @param until when the patience with them ends; null when nobody is waited for
 */
public record CallLine(
        CallView call,
        String subjectName,
        boolean drill,
        Map<String, String> facts,
        List<String> waitedFor,
        @Nullable Instant until) {}
