package dev.noroshi.escalation;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call with everything its page shows.
 *
 * @param facts what, where, when, state, ask
 * @param mayAnswer whether the viewer was called or holds a called role
 * @param mayEnter whether the viewer may enter the answer of another (代理入力)
 */
public record CallDetails(
        CallView call,
        boolean drill,
        Map<String, String> facts,
        List<CalledPerson> called,
        boolean mayAnswer,
        boolean mayEnter) {

    /** Those called, each once however often: one of them has answered. */
    public Collection<CalledPerson> people() {
        Map<String, CalledPerson> people = new LinkedHashMap<>();
        called.forEach(person -> people.putIfAbsent(person.key(), person));
        return people.values();
    }

    /**
     * A person called.
     *
     * @param listedAt when the letter left in a list with others; null for a letter of its own
     */
    public record CalledPerson(
            int rung,
            String role,
            boolean decides,
            Instant calledAt,
            @Nullable String account,
            String name,
            @Nullable String phone,
            @Nullable Instant listedAt) {

        /** What names this person in a form. */
        public String key() {
            return account == null ? name : account;
        }
    }
}
