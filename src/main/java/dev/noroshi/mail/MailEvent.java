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
     * @param delegate to whom the writer delegates, as written; null when the answer is another
     * @param trusted whether the city's own mail server vouches for the sender, so that the answer may also approve
     * @param words the unquoted lines, for the record, shortened
     */
    record Replied(
            long mailId,
            String incident,
            String token,
            String from,
            Answer answer,
            @Nullable String delegate,
            boolean trusted,
            String words)
            implements MailEvent {}

    /**
     * Somebody answered a list of letters.
     *
     * @param asked the letters that the reply means; none where it names a case that the list does not hold
     * @param delegate see {@link Replied}
     * @param trusted see {@link Replied}
     * @param words the unquoted lines, for the record, shortened
     */
    record RepliedToList(
            long mailId,
            List<Asked> asked,
            String from,
            Answer answer,
            @Nullable String delegate,
            boolean trusted,
            String words)
            implements MailEvent {

        public RepliedToList {
            asked = List.copyOf(asked);
        }

        /** The reply as if it had answered this letter alone. */
        public Replied to(Asked one) {
            return new Replied(mailId, one.incident(), one.token(), from, answer, delegate, trusted, words);
        }
    }

    /** A letter of a list that wants an answer. */
    record Asked(String incident, String token) {}

    /**
     * Somebody wrote to the window of their own accord: a person, not a machine, and no answer to a letter.
     *
     * @param incident number of a case that the subject names or whose letter it answers, whether or not it exists; null
     * for none
     * @param words the unquoted lines
     */
    record Written(long mailId, @Nullable String incident, String from, String subject, String words)
            implements MailEvent {}

    /**
     * A letter did not reach somebody: refused at once, or sent back.
     *
     * @param token that the letter carried; null where no answer was expected
     * @param to whom it did not reach
     * @param reason in the server's words
     */
    record Undelivered(
            @Nullable String incident, @Nullable String token, List<String> to, String subject, String reason)
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
        /** 了解・承知・OK・対応します: the whole first sentence says so. */
        ACKNOWLEDGED,
        /** 不在: call the next one at once. */
        ABSENT,
        /** 承認 of what is asked. */
        APPROVED,
        /** 却下 of what is asked. */
        REJECTED,
        /** 委任 to a named person. */
        DELEGATED,
        /** 承知できません and the like, or anything else: a person must read it. */
        UNCLEAR
    }
}
