package dev.noroshi.roster.web;

import dev.noroshi.roster.SheetError;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong with a file. */
@Component
class SheetTexts {

    private final MessageSource messages;

    SheetTexts(MessageSource messages) {
        this.messages = messages;
    }

    List<SheetMessage> of(List<SheetError> errors, Locale reader) {
        return errors.stream()
                .map(it -> new SheetMessage(
                        it.line(),
                        it.column(),
                        it.column() == null ? null : messages.getMessage("roster.sheet." + it.column(), null, reader),
                        it.code(),
                        messages.getMessage(
                                "error.field." + it.code(), it.arguments().toArray(), reader)))
                .toList();
    }
}
