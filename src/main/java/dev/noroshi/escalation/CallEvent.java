package dev.noroshi.escalation;

import org.jspecify.annotations.Nullable;

/** News of calls. */
public sealed interface CallEvent {
    String call();

    String incident();

    /** The element that the answer settles. */
    String subject();

    /**
     * The next rung was called.
     *
     * @param rung from 1
     * @param people their names
     * @param decides whether this rung may take the decision, or carries the alarm only
     */
    record RungCalled(
            String call, String incident, String subject, int rung, String role, String people, boolean decides)
            implements CallEvent {}

    /**
     * Somebody answered, in time or late.
     *
     * @param account of the person; null without one
     * @param enteredBy the window's account for 代理入力
     * @param note what the window heard; null when it wrote nothing
     * @param decides whether the person may take the decision
     */
    record Answered(
            String call,
            String incident,
            String subject,
            @Nullable String account,
            String name,
            boolean decides,
            Via via,
            @Nullable String enteredBy,
            @Nullable String note)
            implements CallEvent {}

    /** A called person says 不在; the next one is called at once. */
    record Absent(String call, String incident, String subject, String name) implements CallEvent {}

    /** The letter to a called person did not arrive; the next one is called at once. */
    record Unreached(String call, String incident, String subject, String name, String email, String reason)
            implements CallEvent {}

    /** A called person named another one (委任), who is called beside. */
    record Delegated(String call, String incident, String subject, String from, String to) implements CallEvent {}

    /** A called person has decided by mail what the call asks; the city lets mails do that, and knows the sender. */
    record Decided(String call, String incident, String subject, String account, String name, boolean approve)
            implements CallEvent {}

    /** A person of the city replied in words that settle nothing. */
    record Commented(String call, String incident, String subject, String name, String words) implements CallEvent {}

    /** Nobody on the whole ladder answered; the window must telephone. */
    record Exhausted(String call, String incident, String subject) implements CallEvent {}
}
