package dev.noroshi.plan.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who holds which role, as far as the check needs to know.
 *
 * @param today the day in Tokyo for which the check asks
 */
public record People(LocalDate today, List<Holding> holdings) {

    /**
     * @param id the same for the same person, and for nobody else: two may have the same name
     * @param person the name
     * @param from the first day, {@link LocalDate#MIN} for always
     * @param until the last day, {@link LocalDate#MAX} for no end
     */
    public record Holding(String role, String id, String person, LocalDate from, LocalDate until) {}

    public People {
        holdings = List.copyOf(holdings);
    }

    /** Who holds a role on a day: names by id. */
    Map<String, String> holders(String role, LocalDate day) {
        Map<String, String> holders = new TreeMap<>();
        for (Holding holding : holdings) {
            if (holding.role().equals(role) && !day.isBefore(holding.from()) && !day.isAfter(holding.until())) {
                holders.put(holding.id(), holding.person());
            }
        }
        return holders;
    }

    /** The last day on which somebody who holds the role today still does. */
    LocalDate lastDay(String role) {
        return holdings.stream()
                .filter(holding -> holding.role().equals(role))
                .filter(holding -> !today.isBefore(holding.from()) && !today.isAfter(holding.until()))
                .map(Holding::until)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }
}
