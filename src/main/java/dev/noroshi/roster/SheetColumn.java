package dev.noroshi.roster;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of the roster as a file, in order. A line is a person in a post, with one of their roles or one of their further
 * contacts, if any; or it is of another {@link SheetKind kind}.
 */
enum SheetColumn {
    KIND,
    NUMBER,
    ACCOUNT,
    NAME,
    KANA,
    FIRST_DAY,
    LAST_DAY,
    POST,
    ORGAN,
    DEPARTMENT,
    SECTION,
    POST_FROM,
    POST_UNTIL,
    EMAIL,
    PHONE,
    MOBILE,
    EXTENSION,
    LANGUAGE,
    ROLE,
    HEADED,
    POSITION,
    FROM,
    UNTIL,
    CONTACT,
    HOURS,
    VALUE,
    BECOMES,
    STARTS_AT,
    ENDS_AT,
    STAND_IN,
    MEMBERS,
    HANDOVER;

    /** What the person's lines must agree in. */
    static final List<SheetColumn> OF_PERSON =
            List.of(ACCOUNT, NAME, KANA, FIRST_DAY, LAST_DAY, EMAIL, PHONE, MOBILE, EXTENSION, LANGUAGE);

    /** What the lines of one post must agree in. */
    static final List<SheetColumn> OF_POST = List.of(POST, SECTION, POST_UNTIL);

    /** Names and titles: a question mark there is a character that the file's encoding has not. */
    static final Set<SheetColumn> WORDS =
            EnumSet.of(NAME, KANA, POST, ORGAN, DEPARTMENT, SECTION, HEADED, BECOMES, STAND_IN, MEMBERS);

    private static final Set<SheetColumn> TIMES =
            EnumSet.of(FIRST_DAY, LAST_DAY, POST_FROM, POST_UNTIL, FROM, UNTIL, STARTS_AT, ENDS_AT, HANDOVER);

    /** As programs write it; people may write the name of the column in Japanese or English. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Days and times are written so that a spreadsheet takes them for what they are. */
    boolean isTime() {
        return TIMES.contains(this);
    }
}
