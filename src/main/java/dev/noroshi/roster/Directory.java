package dev.noroshi.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roster as one reader may see it: the CSIRT and officials all of it, plain staff the window and their own head. */
public record Directory(List<RoleHolders> roles, List<SectionEntry> sections) {

    /** A role and those who hold it, holder first, then deputies. */
    public record RoleHolders(String role, List<Person> holders) {}

    /** A section and its head (所属長). */
    public record SectionEntry(
            String name, String department, @Nullable Person head) {}
}
