package dev.noroshi.roster;

import java.util.List;
import java.util.Locale;

/** The columns of the roster as a file, in order. A line is a person, or one of the roles that a person holds. */
enum SheetColumn {
    NUMBER,
    ACCOUNT,
    NAME,
    KANA,
    POST,
    DEPARTMENT,
    SECTION,
    EMAIL,
    PHONE,
    MOBILE,
    EXTENSION,
    LANGUAGE,
    ROLE,
    HEADED,
    POSITION,
    FROM,
    UNTIL;

    /** What the person's lines must agree in. */
    static final List<SheetColumn> OF_PERSON =
            List.of(ACCOUNT, NAME, KANA, POST, SECTION, EMAIL, PHONE, MOBILE, EXTENSION, LANGUAGE);

    /** As programs write it; people may write the name of the column in Japanese or English. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Days are written so that a spreadsheet takes them for days. */
    boolean isDay() {
        return this == FROM || this == UNTIL;
    }
}
