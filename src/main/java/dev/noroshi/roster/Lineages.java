package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What sections were, are and will be called, held in memory. */
final class Lineages {

    private final Map<Long, List<SectionEntity>> byLineage;

    Lineages(Iterable<SectionEntity> sections) {
        byLineage = StreamSupport.stream(sections.spliterator(), false)
                .sorted(Comparator.comparing(SectionEntity::from).thenComparing(SectionEntity::id))
                .collect(Collectors.groupingBy(SectionEntity::lineage));
    }

    /** The section as it was when it began. */
    SectionEntity first(long lineage) {
        return of(lineage).get(0);
    }

    Optional<SectionEntity> on(long lineage, LocalDate day) {
        return of(lineage).stream().filter(it -> it.isOn(day)).findFirst();
    }

    /** Its name on the day; of a section that no longer is, the last; before it was, the first. */
    @Nullable
    String name(@Nullable SectionEntity section, LocalDate day) {
        return section == null ? null : name(section.lineage(), day);
    }

    private String name(long lineage, LocalDate day) {
        return on(lineage, day)
                .or(() -> of(lineage).stream()
                        .filter(it -> !it.from().isAfter(day))
                        .reduce((one, later) -> later))
                .orElseGet(() -> first(lineage))
                .name();
    }

    /** The section that has the name on the day, widths and spaces folded. */
    Optional<SectionEntity> named(String name, LocalDate day) {
        return byLineage.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.isOn(day) && it.isLike(name))
                .findFirst();
    }

    /** The section that somebody means who writes of what begins on a day: its name then, or its present one. */
    Optional<SectionEntity> meant(String name, LocalDate from, LocalDate today) {
        return named(name, from).or(() -> from.isBefore(today) ? named(name, today) : Optional.empty());
    }

    /** The section of a post as it is looked at today; of one that ended, on the last day; where it is none then, on the first. */
    Optional<SectionEntity> shown(Spell post, LocalDate today) {
        SectionEntity section = post.section();
        return section == null
                ? Optional.empty()
                : on(section.lineage(), SheetDays.shown(post.from(), post.until(), today))
                        .or(() -> on(section.lineage(), post.from()));
    }

    /** What began under the name on the day. */
    Optional<SectionEntity> begun(String name, LocalDate day) {
        return all().filter(it -> it.from().equals(day) && it.isLike(name)).findFirst();
    }

    Stream<SectionEntity> all() {
        return byLineage.values().stream().flatMap(List::stream);
    }

    /** Whether a section of the name begins, or would have begun, on the day. */
    boolean begunOn(String name, LocalDate day) {
        return byLineage.values().stream()
                .flatMap(List::stream)
                .anyMatch(it -> it.from().equals(day) && it.isLike(name));
    }

    /** What a section that had the name by the day is on the day; the latest where several had it. */
    Optional<SectionEntity> formerly(String name, LocalDate day) {
        return byLineage.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.isLike(name) && !it.from().isAfter(day))
                .max(Comparator.comparing(SectionEntity::from))
                .flatMap(it -> on(it.lineage(), day));
    }

    private List<SectionEntity> of(long lineage) {
        return byLineage.getOrDefault(lineage, List.of());
    }
}
