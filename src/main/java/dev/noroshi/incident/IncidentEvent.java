package dev.noroshi.incident;

/** News of cases, heard in the transaction that made them. */
public sealed interface IncidentEvent {
    String number();

    /** A case was opened. */
    record Opened(String number) implements IncidentEvent {}

    record PhaseChanged(String number, String phase) implements IncidentEvent {}

    /**
     * The level was decided, raised or lowered.
     *
     * @param byFacts whether corrected facts made it so; {@link FactsCorrected} follows
     */
    record LevelChanged(String number, int before, int after, boolean byFacts) implements IncidentEvent {}

    /** Facts were corrected; what was derived from them may be different now. */
    record FactsCorrected(String number) implements IncidentEvent {}

    record WithdrawalProposed(String number) implements IncidentEvent {}

    record LoweringProposed(String number, int level) implements IncidentEvent {}

    /** The case has ended, and is taken up again. */
    record Reopened(String number, String reason) implements IncidentEvent {}

    /** Somebody asks those who may to open an ended case again. */
    record ReopeningAsked(String number, String reason) implements IncidentEvent {}

    /** The handover to the crisis headquarters begins. */
    record CrisisBegan(String number) implements IncidentEvent {}

    /** The case has ended. */
    record Closed(String number, String outcome) implements IncidentEvent {}
}
