package dev.noroshi.escalation;

import java.util.Map;

/**
 * What the person called must know at two in the morning.
 *
 * @param facts for the letter's places: what, where, when, state, ask; plain text
 * @param drill 【訓練】
 */
public record CallSummary(Map<String, String> facts, boolean drill) {
    public CallSummary {
        facts = Map.copyOf(facts);
    }
}
