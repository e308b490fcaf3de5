package dev.noroshi.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one case stands in its edition of the plan.
 *
 * @param edition the engine's id of the edition; null before the case started
 * @param number the edition's number; null when it is not known
 * @param places every element that the case has come to, oldest first
 */
public record Standing(@Nullable String edition, @Nullable Integer number, List<Place> places) {

    /** The same without what outlived it, such as reports to bodies outside. */
    Standing over() {
        return new Standing(
                edition,
                number,
                places.stream().filter(place -> !place.stands()).toList());
    }

    /** Where it stands now, what is due soonest first. */
    public List<Place> now() {
        return places.stream()
                .filter(Place::stands)
                .filter(place -> !place.name().isEmpty())
                .sorted(Place.SOONEST)
                .toList();
    }

    /** What is behind it, oldest first. */
    public List<Place> before() {
        return places.stream()
                .filter(place -> !place.stands() && !place.name().isEmpty())
                .toList();
    }

    /** What comes soonest of all that waits. */
    public Optional<Instant> deadline() {
        return places.stream()
                .filter(Place::stands)
                .map(Place::due)
                .filter(java.util.Objects::nonNull)
                .min(Instant::compareTo);
    }
}
