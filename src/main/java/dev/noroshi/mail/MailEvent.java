package dev.noroshi.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** News from the mailbox; heard in the transaction that marks the mail as read. */
public sealed interface MailEvent {

    /**
     * Somebody answered a letter: a person, not a machine; the token is one that this city gave out.
     *
     * @param mailId of the stored mail
     * @param from bare address of the sender
     * @param answer what the first unquoted lines say
     * @param words those lines, for the record, shortened
     */
    record Replied(long mailId, String incident, String token, String from, Answer answer, String words)
            implements MailEvent {}

    /** A mail that answers nothing (bounce, auto-reply, stale or no token, unreadable): kept, and the window shall see it. */
    record NotAnAnswer(long mailId, String reason) implements MailEvent {}

    /**
     * A letter has left.
     *
     * @param incident null for a letter of no case
     */
    record Sent(@Nullable String incident, List<String> to, String subject) implements MailEvent {}

    /** What a reply says. */
    enum Answer {
        /** 了解・承知・OK: the whole first sentence says so. */
        ACKNOWLEDGED,
        /** 不在: call the next one at once. */
        ABSENT,
        /** 承知できません and the like, or anything else: a person must read it. */
        UNCLEAR
    }
}
