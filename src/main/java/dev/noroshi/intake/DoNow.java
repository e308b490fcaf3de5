package dev.noroshi.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 今すぐ行うこと by type (domain.md §5.2); the texts are {@code intake.do-now.<key>}. */
final class DoNow {

    private static final List<String> DEVICE = List.of("network", "photo", "hands-off", "call");
    private static final List<String> LOSS = List.of("call", "last-seen", "lost-property", "not-alone");
    private static final List<String> SENT = List.of("no-more-sending", "call", "ask-deletion");

    private static final Map<String, List<String>> BY_TYPE = Map.ofEntries(
            Map.entry("malware", DEVICE),
            Map.entry("ransomware", List.of("network", "photo", "hands-off", "no-ransom", "call")),
            Map.entry("suspicious-mail", List.of("network-if-opened", "no-forwarding", "call")),
            Map.entry("account-compromise", List.of("call", "photo", "hands-off")),
            Map.entry("intrusion", DEVICE),
            Map.entry("mis-send", SENT),
            Map.entry("mis-deliver", List.of("call", "recover-papers")),
            Map.entry("mis-publish", List.of("unpublish", "call")),
            Map.entry("lost", LOSS),
            Map.entry("stolen", List.of("call", "police", "last-seen", "not-alone")),
            Map.entry("defacement", List.of("photo", "call", "hands-off")),
            Map.entry("insider", List.of("call-window", "quiet")),
            Map.entry("disaster", List.of("life-first", "call")),
            Map.entry("utility", List.of("life-first", "call")),
            Map.entry("unknown", List.of("network-if-strange", "photo", "hands-off", "call")));

    private DoNow() {}

    static List<String> of(String type) {
        List<String> steps = new ArrayList<>(BY_TYPE.getOrDefault(type, List.of("call", "photo")));
        steps.add("silence");
        steps.add("record");
        return steps;
    }
}
