package dev.noroshi.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a step asks. Its label is the message {@code form.<form>.<name>}, an option's {@code
 * form.<form>.<name>.<option>}, a help text {@code form.<form>.<name>.help} where there is one.
 *
 * @param options values of a choice, the ordinary way forward first
 * @param value what is proposed: String, Boolean, Long, LocalDate, Instant, or List of String, by type
 * @param columns of a text that may be answered as a table instead: a List of Map by name, one for each row; else empty
 */
public record Field(
        String name,
        Type type,
        boolean required,
        List<String> options,
        @Nullable Object value,
        List<Field> columns) {

    /** What kind of answer; the lower-case name is the type in REST. */
    public enum Type {
        TEXT,
        BOOLEAN,
        INTEGER,
        DATE,
        DATETIME,
        CHOICE,
        CHOICES
    }

    public Field {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
    }

    private Field(String name, Type type, boolean required, List<String> options, @Nullable Object value) {
        this(name, type, required, options, value, List.of());
    }

    /** Several things of the same shape; whoever knows no tables writes a text, a line for each. */
    public static Field rows(
            String name, boolean required, List<Field> columns, @Nullable List<Map<String, Object>> value) {
        return new Field(name, Type.TEXT, required, List.of(), value, columns);
    }

    public static Field date(String name, boolean required, @Nullable LocalDate value) {
        return new Field(name, Type.DATE, required, List.of(), value);
    }

    public static Field text(String name, boolean required, @Nullable String value) {
        return new Field(name, Type.TEXT, required, List.of(), value);
    }

    public static Field yesNo(String name, @Nullable Boolean value) {
        return new Field(name, Type.BOOLEAN, false, List.of(), value);
    }

    public static Field integer(String name, boolean required, @Nullable Long value) {
        return new Field(name, Type.INTEGER, required, List.of(), value);
    }

    public static Field choice(String name, boolean required, List<String> options, @Nullable String value) {
        return new Field(name, Type.CHOICE, required, options, value);
    }

    public static Field choices(String name, List<String> options, List<String> value) {
        return new Field(name, Type.CHOICES, false, options, List.copyOf(value));
    }

    public static Field dateTime(String name, boolean required, java.time.@Nullable Instant value) {
        return new Field(name, Type.DATETIME, required, List.of(), value);
    }
}
