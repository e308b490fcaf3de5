package dev.noroshi.roster;

import org.jspecify.annotations.Nullable;

/**
 * A section as it is entered.
 *
 * @param department 部; needed
 * @param organ 機関区分, such as 教育委員会事務局; null where the city does not tell them apart
 */
public record SectionDraft(
        @Nullable String name,
        @Nullable String department,
        @Nullable String organ) {

    public SectionDraft(String name, String department) {
        this(name, department, null);
    }

    /** In the organ of before where none is named. */
    SectionDraft keeping(@Nullable String before) {
        return organ == null ? new SectionDraft(name, department, before) : this;
    }

    /** @param nameField what the form calls the name */
    SectionDraft checked(EntryCheck check, String nameField) {
        return new SectionDraft(
                check.required(nameField, name, 100),
                check.required("department", department, 100),
                check.text("organ", organ, 100));
    }
}
