package dev.noroshi.roster;

import dev.noroshi.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The list is not as the act that is known here; it is taken only with consent. */
public class HolidayListDoubtful extends Problem {

    private final transient List<HolidayDoubt> doubts;

    HolidayListDoubtful(List<HolidayDoubt> doubts) {
        super(Kind.STALE, "calendar.list-doubtful", doubts.size(), first(doubts.get(0)));
        this.doubts = List.copyOf(doubts);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("doubts", doubts);
    }

    private static String first(HolidayDoubt doubt) {
        return Objects.requireNonNullElse(doubt.day(), doubt.year()) + " " + doubt.name();
    }
}
