package dev.noroshi.roster;

import dev.noroshi.roster.SheetPeople.Meant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the posts in a file with those that people have. A line without a first day speaks of the post of today, and makes
 * another begin today where it differs.
 */
final class SheetPosts {

    /**
     * What is written.
     *
     * @param from the post's first day; null for the post of today
     */
    private record Said(SheetRow row, @Nullable LocalDate from) {

        boolean isBlank() {
            return from == null && SheetColumn.OF_POST.stream().allMatch(it -> row.text(it) == null);
        }
    }

    private final SheetSections sections;
    private final LocalDate today;
    private final List<SheetError> errors;
    private final Map<Meant, Map<Optional<LocalDate>, Said>> said = new LinkedHashMap<>();
    private final Map<Meant, Career> changed = new LinkedHashMap<>();
    private final List<SheetChange> changes = new ArrayList<>();

    SheetPosts(SheetSections sections, LocalDate today, List<SheetError> errors) {
        this.sections = sections;
        this.today = today;
        this.errors = errors;
    }

    /** People's posts as they will be, of those that change. */
    Map<Meant, Career> changed() {
        return changed;
    }

    List<SheetChange> changes() {
        return changes;
    }

    void read(Meant holder, SheetRow row) {
        if (!row.has(SheetColumn.POST) && !row.has(SheetColumn.SECTION) && !row.has(SheetColumn.POST_FROM)) {
            return;
        }
        int before = errors.size();
        LocalDate from = row.day(SheetColumn.POST_FROM, today, errors);
        row.day(SheetColumn.POST_UNTIL, today, errors);
        if (errors.size() > before) {
            return;
        }
        Said now = new Said(row, from);
        Said earlier =
                said.computeIfAbsent(holder, it -> new LinkedHashMap<>()).putIfAbsent(Optional.ofNullable(from), now);
        if (earlier != null) {
            SheetColumn.OF_POST.stream()
                    .filter(it -> !Objects.equals(row.text(it), earlier.row().text(it)))
                    .forEach(
                            it -> refuse(row, it, "sheet-differs", earlier.row().line()));
        }
    }

    /** After the last line: compares. */
    void compare() {
        said.forEach((holder, lines) -> {
            List<Said> spoken = lines.values().stream()
                    .filter(it -> !it.isBlank() || lines.size() == 1)
                    .sorted(Comparator.comparing(it -> Objects.requireNonNullElse(it.from(), today)))
                    .toList();
            Career before = holder.known == null ? new Career(List.of()) : holder.known.career();
            Career after = before;
            for (Said line : spoken) {
                after = applied(after, line);
            }
            if (after.isTangled()) {
                refuse(spoken.get(spoken.size() - 1).row(), SheetColumn.POST_UNTIL, "post-overlaps");
            } else if (!after.equals(before)) {
                changed.put(holder, after);
                for (Said line : spoken) {
                    note(holder, line, before, after);
                }
            }
        });
    }

    private Career applied(Career career, Said line) {
        SheetRow row = line.row();
        LocalDate first = line.from() == null ? today : line.from();
        Optional<Spell> known = line.from() == null ? career.on(today) : career.beginningOn(first);
        String title =
                row.has(SheetColumn.POST) ? title(row) : known.map(Spell::title).orElse(null);
        LocalDate until = row.has(SheetColumn.POST_UNTIL)
                ? row.day(SheetColumn.POST_UNTIL, today, errors)
                : known.map(Spell::until).orElse(null);
        SectionEntity section = row.has(SheetColumn.SECTION) && !isOfNoMore(row, known)
                ? section(row, first, until)
                : known.map(Spell::section).orElse(null);
        if (until != null && until.isBefore(first)) {
            refuse(row, SheetColumn.POST_UNTIL, "last-day");
            return career;
        }
        if (line.from() != null) {
            if (title == null && section == null) {
                refuse(row, SheetColumn.POST, "post-empty");
                return career;
            }
            boolean same = known.filter(it -> it.isLike(title, section) && Objects.equals(it.until(), until))
                    .isPresent();
            return same ? career : career.with(new Spell(0, title, section, first, until));
        }
        Career turned = career.turning(title, section, today);
        return until == null
                ? turned
                : turned.on(today).map(it -> turned.without(it, until)).orElse(turned);
    }

    /** Whether the line names no section because that of the post has ended. */
    private boolean isOfNoMore(SheetRow row, Optional<Spell> known) {
        SectionEntity section = known.map(Spell::section).orElse(null);
        return row.text(SheetColumn.SECTION) == null
                && section != null
                && known.flatMap(it -> sections.known().shown(it, today)).isEmpty();
    }

    private @Nullable String title(SheetRow row) {
        EntryCheck check = new EntryCheck();
        String title = check.text(SheetColumn.POST.key(), row.text(SheetColumn.POST), 100);
        check.errors().forEach(it -> errors.add(new SheetError(row.line(), it.field(), it.code(), it.arguments())));
        return title;
    }

    private @Nullable SectionEntity section(SheetRow row, LocalDate from, @Nullable LocalDate until) {
        String name = row.text(SheetColumn.SECTION);
        Optional<SectionEntity> meant = name == null ? Optional.empty() : sections.meant(name, from, until);
        boolean known = errors.stream()
                .anyMatch(it ->
                        it.line() == row.line() && SheetColumn.SECTION.key().equals(it.column()));
        if (name != null && meant.isEmpty() && !known) {
            refuse(row, SheetColumn.SECTION, "section-on-day");
        }
        return meant.orElse(null);
    }

    private void note(Meant holder, Said line, Career before, Career after) {
        LocalDate day = line.from() == null ? today : line.from();
        Spell was = before.on(day).orElse(null);
        Spell is = after.on(day).orElse(null);
        List<SheetChange.Value> values = new ArrayList<>();
        SheetChange.differ(values, SheetColumn.POST, title(was), title(is));
        SheetChange.differ(values, SheetColumn.SECTION, section(was, day), section(is, day));
        SheetChange.differ(
                values, SheetColumn.POST_FROM, was == null ? null : was.from(), is == null ? null : is.from());
        SheetChange.differ(
                values, SheetColumn.POST_UNTIL, was == null ? null : was.until(), is == null ? null : is.until());
        if (!values.isEmpty()) {
            boolean begins = is != null && (was == null || !was.from().equals(is.from()));
            String kind = is == null ? "post-ended" : begins ? "post-begun" : "post-changed";
            changes.add(new SheetChange(kind, line.row().line(), holder.name(), null, values));
        }
    }

    private static @Nullable String title(@Nullable Spell spell) {
        return spell == null ? null : spell.title();
    }

    private @Nullable String section(@Nullable Spell spell, LocalDate day) {
        SectionEntity section = spell == null ? null : spell.section();
        if (section == null) {
            return null;
        }
        return section.id() == 0 ? section.name() : sections.known().name(section, day.isBefore(today) ? today : day);
    }

    private void refuse(SheetRow row, SheetColumn column, String code, Object... arguments) {
        errors.add(SheetError.of(row.line(), column.key(), code, arguments));
    }
}
