package dev.noroshi.task.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.task.AskedTask;
import dev.noroshi.workflow.Field;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A form's fields in the words of the reader's language. */
@Component("fieldViews")
public class FieldViews {

    /**
     * One field as a client needs it to ask.
     *
     * @param columns where the text may be given as a list of objects instead, one for each row: what each has
     */
    record FieldView(
            String name,
            String label,
            String type,
            boolean required,
            List<OptionView> options,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Object value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String help,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldView> columns) {}

    record OptionView(String value, String label) {}

    private final Roster roster;
    private final MessageSource messages;

    FieldViews(Roster roster, MessageSource messages) {
        this.roster = roster;
        this.messages = messages;
    }

    List<FieldView> of(AskedTask asked) {
        return asked.fields().stream()
                .map(field -> view("form." + asked.task().form() + "." + field.name(), field))
                .toList();
    }

    private FieldView view(String key, Field field) {
        return new FieldView(
                field.name(),
                text(key, field.name()),
                field.type().name().toLowerCase(Locale.ROOT),
                field.required(),
                field.options().stream()
                        .map(option -> new OptionView(option, text(key + "." + option, option)))
                        .toList(),
                field.value(),
                messages.getMessage(key + ".help", null, null, LocaleContextHolder.getLocale()),
                field.columns().stream()
                        .map(column -> view(key + "." + column.name(), column))
                        .toList());
    }

    /** Whether an option is among what was chosen, one or several. */
    public boolean chosen(@Nullable Object value, String option) {
        return value instanceof java.util.Collection<?> several ? several.contains(option) : option.equals(value);
    }

    /** The name of the person behind an account; null for nobody. */
    public @Nullable String person(@Nullable String account) {
        return account == null
                ? null
                : roster.personOf(account).map(Person::name).orElse(account);
    }

    String text(String key, String otherwise, Object... arguments) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, arguments, otherwise, LocaleContextHolder.getLocale()), otherwise);
    }
}
