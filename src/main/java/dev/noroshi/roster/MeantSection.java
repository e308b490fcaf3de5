package dev.noroshi.roster;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which section free text means: widths, spaces and kana folded. */
final class MeantSection {

    private MeantSection() {}

    /** By its whole name, with or without the department. */
    static Optional<Section> byName(String text, List<Section> sections) {
        String key = SearchKey.of(text);
        return only(sections, section -> SearchKey.of(section.name()).equals(key))
                .or(() -> only(sections, section -> full(section).equals(key)));
    }

    /** By a part that one section alone has. */
    static Optional<Section> byPart(String text, List<Section> sections) {
        String key = SearchKey.of(text);
        return only(sections, section -> full(section).contains(key));
    }

    private static String full(Section section) {
        return SearchKey.of(section.department() + section.name());
    }

    private static Optional<Section> only(List<Section> sections, Predicate<Section> meant) {
        List<Section> found = sections.stream().filter(meant).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
