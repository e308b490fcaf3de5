package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person as lines of a file: one for each of their roles, for each further contact, and for each other post; every line has
 * their post of today, but that of another post its own.
 */
final class SheetLines {

    private final SheetWords words;
    private final Locale reader;
    private final Lineages sections;
    private final LocalDate today;

    SheetLines(SheetWords words, Locale reader, Lineages sections, LocalDate today) {
        this.words = words;
        this.reader = reader;
        this.sections = sections;
        this.today = today;
    }

    List<List<String>> of(SheetPerson person, List<AppointmentEntity> roles) {
        List<Spell> posts = person.career().since(today);
        Spell first = posts.isEmpty() ? null : posts.get(0);
        List<List<String>> lines = new ArrayList<>();
        roles.forEach(role -> lines.add(line(person, first, role, null)));
        person.contacts().forEach(contact -> lines.add(line(person, first, null, contact.seen())));
        if (lines.isEmpty()) {
            lines.add(line(person, first, null, null));
        }
        person.career().spells().stream()
                .filter(post -> !post.equals(first))
                .forEach(post -> lines.add(line(person, post, null, null)));
        return lines;
    }

    private List<String> line(
            SheetPerson person, @Nullable Spell post, @Nullable AppointmentEntity held, @Nullable Contact contact) {
        Map<SheetColumn, @Nullable Object> values = new EnumMap<>(SheetColumn.class);
        for (SheetColumn column : SheetColumn.values()) {
            values.put(
                    column,
                    switch (column) {
                        case KIND -> words.kind(SheetKind.PERSON.key(), reader);
                        case NUMBER -> person.id();
                        case POST, ORGAN, DEPARTMENT, SECTION, POST_FROM, POST_UNTIL ->
                            post == null ? null : of(post, column);
                        case ROLE, HEADED, POSITION, FROM, UNTIL -> held == null ? null : of(held, column);
                        case CONTACT, HOURS, VALUE -> contact == null ? null : of(contact, column);
                        default -> person.entry().of(column);
                    });
        }
        return SheetCells.line(values);
    }

    private @Nullable Object of(Spell post, SheetColumn column) {
        SectionEntity section = sections.shown(post, today).orElse(null);
        return switch (column) {
            case POST -> post.title();
            case ORGAN -> section == null ? null : section.organ();
            case DEPARTMENT -> section == null ? null : section.department();
            case SECTION -> section == null ? null : section.name();
            case POST_FROM -> post.from();
            default -> post.until();
        };
    }

    private @Nullable Object of(AppointmentEntity held, SheetColumn column) {
        return switch (column) {
            case ROLE -> words.role(held.role(), reader);
            case HEADED -> held.headed();
            case POSITION -> held.position();
            case FROM -> held.from();
            default -> held.until();
        };
    }

    private Object of(Contact contact, SheetColumn column) {
        return switch (column) {
            case CONTACT -> words.contact(contact.kind(), reader);
            case HOURS -> words.hours(contact.hours(), reader);
            default -> contact.value();
        };
    }
}
