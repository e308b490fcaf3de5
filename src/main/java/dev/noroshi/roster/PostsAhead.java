package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people will be called and where they will belong on days to come, held in memory. */
final class PostsAhead {

    static final PostsAhead NONE = new PostsAhead(List.of(), new Lineages(List.of()));

    private final Lineages sections;
    private final Map<Long, Career> careers;

    /** @param changing the posts of people who will have another, or none; the others stay what they are */
    PostsAhead(List<PostEntity> changing, Lineages sections) {
        this.sections = sections;
        this.careers = changing.stream()
                .collect(Collectors.groupingBy(
                        PostEntity::person,
                        Collectors.collectingAndThen(
                                Collectors.mapping(it -> it.spell(sections), Collectors.toList()), Career::new)));
    }

    /** The person with the post of the day. */
    Person at(Person person, LocalDate day) {
        Career career = careers.get(person.id());
        if (career == null) {
            return person;
        }
        return career.on(day)
                .map(it -> person.inPost(it.title(), sectionOn(it, day)))
                .orElseGet(() -> person.inPost(null, null));
    }

    private @Nullable String sectionOn(Spell spell, LocalDate day) {
        return Optional.ofNullable(spell.section())
                .flatMap(it -> sections.on(it.lineage(), day))
                .map(SectionEntity::name)
                .orElse(null);
    }
}
