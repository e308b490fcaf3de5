package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the posts of people; who may and what is refused, others say. */
@Component
class PostBook {

    private final PostRepository posts;
    private final SectionRepository sections;

    PostBook(PostRepository posts, SectionRepository sections) {
        this.posts = posts;
        this.sections = sections;
    }

    Lineages sections() {
        return new Lineages(sections.findAll());
    }

    Career of(long person) {
        Lineages known = sections();
        return new Career(posts.of(person).stream().map(it -> it.spell(known)).toList());
    }

    /** From the day on the person has this title in this section; nothing is changed when that is so already. */
    void turn(long person, @Nullable String title, @Nullable SectionEntity section, LocalDate day) {
        String called = title == null || title.isBlank() ? null : title.strip();
        Career before = of(person);
        write(person, before, before.turning(called, section, day));
    }

    /** Makes of a person's posts what they are after a change. */
    void write(long person, Career before, Career after) {
        Set<Long> kept = new HashSet<>();
        after.spells().stream().filter(it -> it.id() != 0).forEach(spell -> {
            kept.add(spell.id());
            posts.findById(spell.id()).ifPresent(it -> it.write(spell));
        });
        before.spells().stream().filter(it -> !kept.contains(it.id())).forEach(it -> posts.deleteById(it.id()));
        after.spells().stream().filter(it -> it.id() == 0).forEach(it -> posts.save(new PostEntity(person, it)));
    }
}
