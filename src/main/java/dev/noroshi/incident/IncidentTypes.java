package dev.noroshi.incident;

import java.util.List;

/** Keys that a case is described with (domain.md §4.1); their texts are {@code incident.type.<key>} and the like. */
public final class IncidentTypes {

    public static final String INSIDER = "insider";

    /** The plain choices of the report form, わからない first. */
    public static final List<String> PLAIN = List.of(
            "unknown",
            "suspicious-mail",
            "malware",
            "ransomware",
            "mis-send",
            "mis-deliver",
            "lost",
            "stolen",
            "account-compromise",
            "mis-publish",
            "failure");

    /** The rest, for who knows more. */
    public static final List<String> FURTHER = List.of(
            "intrusion",
            "attempt",
            "mis-discard",
            "defacement",
            "dos",
            "sns",
            "insider",
            "violation",
            "contractor",
            "disaster",
            "staffing",
            "utility",
            "vulnerability");

    public static final List<String> SEGMENTS = List.of("mynumber", "lgwan", "internet", "external", "ot", "unknown");

    /** What kind of data is touched (情報の区分); bodies in charge of some of it must be told. */
    public static final List<String> DATA = List.of(
            "resident-register",
            "family-register",
            "local-tax",
            "welfare",
            "health-insurance",
            "late-elderly",
            "medical",
            "census",
            "staff",
            "other");

    public static final List<String> PHASES = List.of("detect", "triage", "contain", "recover", "review", "closed");

    private IncidentTypes() {}

    public static boolean knows(String type) {
        return PLAIN.contains(type) || FURTHER.contains(type);
    }
}
