package dev.noroshi.web;

import java.util.List;
import java.util.Map;

/**
 * A failure that the caller can do something about. Features name theirs ({@code class IncidentClosed extends Problem}).
 *
 * <p>The code is stable ({@code incident.closed}): REST answers {@code /problems/<code>} as RFC 9457 type, and the texts
 * stand in the message files as {@code error.<code>} (title) and {@code error.<code>.action} (what to do).
 */
public abstract class Problem extends RuntimeException {

    /** What went wrong, as HTTP sees it. */
    public enum Kind {
        /** 404: there is no such thing, or the caller may not know that there is. */
        UNKNOWN(404),
        /** 409: the thing has moved on since the caller looked. */
        STALE(409),
        /** 412: the caller's edit starts from an older state. */
        OUTDATED(412),
        /** 422: understood, but it cannot be so. */
        INVALID(422),
        /** 403: not the caller's to do. */
        FORBIDDEN(403),
        /** 413: more than is taken at once. */
        TOO_LARGE(413),
        /** 429: too often. */
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /**
     * One field of the input that must be changed.
     *
     * @param field the path in the input, such as {@code reporter.email}
     * @param code its text is {@code error.field.<code>} in the message files
     */
    public record FieldError(String field, String code, List<Object> arguments) {
        public FieldError(String field, String code, Object... arguments) {
            this(field, code, List.of(arguments));
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldError> fields;

    protected Problem(Kind kind, String code, Object... arguments) {
        this(kind, code, List.of(), arguments);
    }

    protected Problem(Kind kind, String code, List<FieldError> fields, Object... arguments) {
        super(code
                + (fields.isEmpty()
                        ? ""
                        : " " + fields.stream().map(FieldError::field).toList()));
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
        this.fields = List.copyOf(fields);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldError> fields() {
        return fields;
    }

    /** More members of the problem document, such as the current state; none unless overridden. */
    public Map<String, Object> details() {
        return Map.of();
    }
}
