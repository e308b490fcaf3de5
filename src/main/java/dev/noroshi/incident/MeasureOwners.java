package dev.noroshi.incident;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Roles;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.SearchKey;
import dev.noroshi.roster.Section;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who answers for a measure: a role, a section or a person of the roster, by key or by name. */
@Component
class MeasureOwners {

    /** @param key {@code role:<key>}, {@code section:<name>} or {@code person:<id>} */
    record Owner(String key, String name) {}

    private static final String ROLE = "role:";
    private static final String SECTION = "section:";
    private static final String PERSON = "person:";

    private final Roster roster;
    private final MessageSource messages;
    private final Clock clock;

    MeasureOwners(Roster roster, MessageSource messages, Clock clock) {
        this.roster = roster;
        this.messages = messages;
        this.clock = clock;
    }

    /** Empty where the roster knows nobody so, or several. */
    Optional<Owner> named(String words) {
        String text = words.strip();
        return role(text).or(() -> section(text)).or(() -> person(text));
    }

    /** Roles and sections, for a list to choose from; people are named as the roster has them. */
    List<String> suggested() {
        return Stream.concat(
                        Roles.ALL.stream()
                                .filter(role -> !role.equals(Roles.SECTION_MANAGER))
                                .map(role -> word(role, Locale.JAPANESE)),
                        roster.sections(clock.instant()).stream().map(Section::name))
                .toList();
    }

    Owner lead() {
        return new Owner(ROLE + Roles.LEAD, word(Roles.LEAD, Locale.JAPANESE));
    }

    /** Who gets the letters: a role's holders, a section's head, the person. */
    List<Person> people(String key) {
        if (key.startsWith(ROLE)) {
            return roster.holders(key.substring(ROLE.length()), clock.instant());
        }
        Optional<Person> one = key.startsWith(SECTION)
                ? roster.sectionNamed(key.substring(SECTION.length()))
                        .flatMap(section -> roster.headOf(section, clock.instant()))
                : roster.person(Long.parseLong(key.substring(PERSON.length())))
                        .filter(person -> !roster.isOutOfService(person));
        return one.stream().toList();
    }

    boolean isOwner(Actor actor, String key) {
        return key.startsWith(ROLE)
                ? actor.holds(key.substring(ROLE.length()))
                : people(key).stream().anyMatch(person -> actor.account().equals(person.account()));
    }

    private Optional<Owner> role(String text) {
        return Roles.ALL.stream()
                .filter(role -> !role.equals(Roles.SECTION_MANAGER))
                .filter(role -> text.equals(ROLE + role)
                        || text.equals(role)
                        || same(text, word(role, Locale.JAPANESE))
                        || same(text, word(role, Locale.ENGLISH)))
                .findFirst()
                .map(role -> new Owner(ROLE + role, word(role, Locale.JAPANESE)));
    }

    private Optional<Owner> section(String text) {
        String name = text.startsWith(SECTION) ? text.substring(SECTION.length()) : text;
        return roster.sections(clock.instant()).stream()
                .filter(section -> same(name, section.name()) || same(name, section.department() + section.name()))
                .findFirst()
                .map(section -> new Owner(SECTION + section.name(), section.name()));
    }

    private Optional<Owner> person(String text) {
        if (text.matches(PERSON + "\\d{1,18}")) {
            return roster.person(Long.parseLong(text.substring(PERSON.length())))
                    .map(MeasureOwners::owner);
        }
        List<Person> found = roster.named(text).stream()
                .filter(person -> same(text, person.name()))
                .toList();
        return found.size() == 1 ? Optional.of(owner(found.get(0))) : Optional.empty();
    }

    private static Owner owner(Person person) {
        return new Owner(PERSON + person.id(), person.name());
    }

    private String word(String role, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage("role." + role, null, role, locale), role);
    }

    /** Widths, kana and spaces apart. */
    private static boolean same(String one, String other) {
        return SearchKey.of(one).equals(SearchKey.of(other));
    }
}
