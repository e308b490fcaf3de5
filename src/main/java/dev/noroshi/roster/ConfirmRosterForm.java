package dev.noroshi.roster;

import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 体制表の確認: somebody has looked through the roster. */
@Component
@KeyOf("roster")
class ConfirmRosterForm implements Form {

    private final RosterConfirmations confirmations;
    private final MessageSource messages;

    ConfirmRosterForm(RosterConfirmations confirmations, MessageSource messages) {
        this.confirmations = confirmations;
        this.messages = messages;
    }

    @Override
    public String key() {
        return RosterConfirmations.FORM;
    }

    @Override
    public List<Field> fields(Step step) {
        return List.of(Field.text("note", false, null));
    }

    @Override
    public String about(Step step) {
        return messages.getMessage("roster.confirmation.about", null, LocaleContextHolder.getLocale());
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        confirmations.confirmAsAsked(step.key(), values.get("note") instanceof String note ? note : null);
    }
}
