package dev.noroshi.web;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From which state a change may start: the condition {@code If-Match} (RFC 9110 §13.1.1).
 *
 * @param versions one of which must stand now; null where any state will do
 */
public record IfMatch(@Nullable Set<String> versions) {

    /** Whatever stands now. */
    public static final IfMatch ANY = new IfMatch(null);

    /** Elements of a list may be empty (RFC 9110 §5.6.1); a tag may hold a comma. */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t,]*(?<weak>W/)?\"(?<tag>[\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \\t]*(?:,[ \\t,]*|$)");

    public IfMatch(@Nullable Set<String> versions) {
        this.versions = versions == null ? null : Set.copyOf(versions);
    }

    /** The one state that the caller has seen. */
    public static IfMatch version(String version) {
        return new IfMatch(Set.of(version));
    }

    /**
     * Reads the header. A weak tag matches nothing: the comparison is the strong one.
     *
     * @param header null where the caller sent none
     * @throws InvalidInput when it is neither {@code *} nor a list of tags
     */
    public static IfMatch read(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        Set<String> versions = new HashSet<>();
        Matcher element = ELEMENT.matcher(header.strip());
        int read = 0;
        while (element.lookingAt()) {
            if (element.group("weak") == null) {
                versions.add(element.group("tag"));
            }
            read = element.end();
            element.region(read, element.regionEnd());
        }
        if (read == 0 || element.regionStart() < element.regionEnd()) {
            throw new InvalidInput("If-Match", "etag");
        }
        return new IfMatch(versions);
    }

    /** Whether the change may start from this state. */
    public boolean admits(String version) {
        return versions == null || versions.contains(version);
    }

    /** As {@link #admits(String)}, of a counted version. */
    public boolean admits(long version) {
        return admits(Long.toString(version));
    }
}
