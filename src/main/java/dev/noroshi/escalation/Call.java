package dev.noroshi.escalation;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as stored.
 *
 * @param rung the last one reached, counted over all rounds; 0 for none yet
 * @param roundStart the last rung of the rounds before: when nobody answers, the ladder is climbed again from its first row
 */
record Call(
        String id,
        String incident,
        String subject,
        String ladder,
        int level,
        Map<String, String> facts,
        boolean drill,
        State state,
        int rung,
        int roundStart) {

    /** Where a call stands; the lower-case name stands in REST and in the table. */
    enum State {
        CALLING,
        ACKNOWLEDGED,
        EXHAUSTED,
        /** Settled without an answer: the case ended. */
        WITHDRAWN;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A rung that was reached; without called people when nobody held the role.
     *
     * @param telephone whether the window telephones them besides
     */
    record Rung(
            int number,
            String role,
            int amount,
            String unit,
            boolean decides,
            boolean telephone,
            String token,
            Instant calledAt) {}

    /**
     * A person called on a rung.
     *
     * @param email null for who is reached by telephone only
     * @param able whether an answer of this person stops the climbing; not of a delegate who holds no role that decides
     */
    record Called(
            int rung,
            @Nullable String account,
            String name,
            @Nullable String email,
            @Nullable String phone,
            boolean able) {

        boolean isAt(@Nullable String address) {
            return email != null && email.equalsIgnoreCase(address);
        }
    }

    /**
     * Who answered, and how we know.
     *
     * @param enteredBy the window's account for 代理入力
     */
    record Answer(
            @Nullable String account,
            String name,
            boolean decides,
            Via via,
            @Nullable String enteredBy,
            @Nullable String note) {

        /** Whether it is this person's, whose name may be written in another way elsewhere. */
        boolean isBy(Called person) {
            return account == null ? name.equals(person.name()) : account.equals(person.account());
        }
    }
}
