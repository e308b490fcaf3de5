package dev.noroshi.roster;

import dev.noroshi.web.Problem;
import java.util.List;
import java.util.Map;

/** With this change some call would reach nobody; it takes effect only with consent. */
public class NewHoles extends Problem {

    private final transient List<String> holes;

    NewHoles(List<String> holes) {
        super(Kind.STALE, "roster.holes", holes.size(), holes.get(0));
        this.holes = List.copyOf(holes);
    }

    /** In sentences, the earliest first. */
    public List<String> holes() {
        return holes;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("holes", holes);
    }
}
