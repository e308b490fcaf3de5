package dev.noroshi.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of an act that takes nothing: none at all, or {@code {}}. */
public final class EmptyBody {

    private EmptyBody() {}

    /** @throws InvalidInput naming the first field that is there */
    public static void require(@Nullable Map<String, ?> body) {
        if (body != null && !body.isEmpty()) {
            throw new InvalidInput(body.keySet().iterator().next(), "unknown");
        }
    }
}
