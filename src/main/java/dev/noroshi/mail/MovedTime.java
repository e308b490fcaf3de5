package dev.noroshi.mail;

import java.util.List;
import java.util.Map;

/**
 * A time that a letter told and that is another one now.
 *
 * @param to addresses of those whom the time still concerns; only who has had the letter is told
 * @param values {@code what} time it is, as it was {@code before} and is {@code after}; in English {@code en.what} and so on
 */
public record MovedTime(String incident, boolean drill, List<String> to, Map<String, String> values) {

    public MovedTime {
        to = List.copyOf(to);
        values = Map.copyOf(values);
    }
}
