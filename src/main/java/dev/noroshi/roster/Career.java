package dev.noroshi.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The posts of a person, one after the other; what follows from a change is a career of its own. */
record Career(List<Spell> spells) {

    Career {
        spells = spells.stream().sorted(Comparator.comparing(Spell::from)).toList();
    }

    Optional<Spell> on(LocalDate day) {
        return spells.stream().filter(it -> it.isOn(day)).findFirst();
    }

    Optional<Spell> beginningOn(LocalDate day) {
        return spells.stream().filter(it -> it.from().equals(day)).findFirst();
    }

    /** Those that stand on the day or begin later. */
    List<Spell> since(LocalDate day) {
        return spells.stream().filter(it -> it.standsOn(day)).toList();
    }

    /** A post begins; the one that stood before ends on the day before. One of the same first day is corrected. */
    Career with(Spell next) {
        List<Spell> after = new ArrayList<>();
        Spell begun = next;
        for (Spell spell : spells) {
            if (spell.from().equals(next.from())) {
                begun = new Spell(spell.id(), next.title(), next.section(), next.from(), next.until());
            } else {
                boolean stands = spell.from().isBefore(next.from()) && spell.standsOn(next.from());
                after.add(stands ? spell.endingOn(next.from().minusDays(1)) : spell);
            }
        }
        after.add(begun);
        return new Career(after);
    }

    /**
     * From the day on the person has this title in this section, for as long as what stood that day would have lasted, else
     * until the next post begins. Neither title nor section: what stands ends.
     */
    Career turning(@Nullable String title, @Nullable SectionEntity section, LocalDate day) {
        Optional<Spell> stands = on(day);
        if (stands.map(it -> it.isLike(title, section)).orElse(title == null && section == null)) {
            return this;
        }
        if (title == null && section == null) {
            return without(stands.orElseThrow(), day.minusDays(1));
        }
        LocalDate until = stands.isPresent()
                ? stands.get().until()
                : spells.stream()
                        .filter(it -> it.from().isAfter(day))
                        .findFirst()
                        .map(it -> it.from().minusDays(1))
                        .orElse(null);
        return with(new Spell(0, title, section, day, until));
    }

    /** The post ends on the day; one that would end before it begins was none. */
    Career without(Spell ended, LocalDate lastDay) {
        List<Spell> after = new ArrayList<>(spells);
        after.remove(ended);
        if (!lastDay.isBefore(ended.from())) {
            after.add(ended.endingOn(lastDay));
        }
        return new Career(after);
    }

    /** Whether two posts stand on the same day. */
    boolean isTangled() {
        for (int n = 1; n < spells.size(); n++) {
            if (spells.get(n).overlaps(spells.get(n - 1))) {
                return true;
            }
        }
        return false;
    }
}
