package dev.noroshi.plan.check;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something wrong with a plan.
 *
 * @param rule stable key, such as {@code flow.unreachable}
 * @param file name of the file; empty when it concerns the plan as a whole
 * @param line where in the file, from 1; 0 when nowhere
 * @param element id of the element or row; empty when it concerns the file
 * @param elementName its name as officials know it; the id when it has none
 * @param elementNameEn the same in English; the Japanese one when it has none
 * @param arguments what the texts mention
 */
public record Finding(
        String rule,
        Severity severity,
        String file,
        int line,
        String element,
        String elementName,
        String elementNameEn,
        List<String> arguments) {

    /** Whether the plan may run nevertheless. */
    public enum Severity {
        /** It may not run. */
        ERROR,
        /** It may run; somebody should look. */
        WARNING
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What the element is called, in the reader's language where it has a name there. */
    public String elementName(Locale reader) {
        return isEnglish(reader) ? elementNameEn : elementName;
    }

    /** What is wrong, one sentence. */
    public String what(Locale language) {
        return text("check." + rule + ".what", language);
    }

    /** What to do about it, one sentence. */
    public String whatToDo(Locale language) {
        return text("check." + rule + ".do", language);
    }

    private String text(String key, Locale language) {
        Locale spoken = isEnglish(language) ? Locale.ENGLISH : Locale.JAPANESE;
        String pattern = ResourceBundle.getBundle("messages.check", spoken).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }

    private static boolean isEnglish(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
