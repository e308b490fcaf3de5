package dev.noroshi.mail;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Fills letters: Thymeleaf text templates whose expressions can do nothing but name a place, {@code ${name}}, or one of at
 * most 20 full-width characters, {@code ${name:20}}. No bean, class or method can be reached, whatever a template says.
 */
final class LetterEngine {

    static final Pattern EXPRESSION = Pattern.compile("([A-Za-z]\\w*)(?::(\\d{1,3}))?");

    /** A place in the text: {@code [(${name})]}. */
    static final Pattern PLACE = Pattern.compile("\\[\\(\\$\\{([A-Za-z]\\w*)(?::(\\d{1,3}))?}\\)]");

    private static final Pattern ONLY_TAGS = Pattern.compile("(?m)^[ \t]*((?:\\[#[^\\]\n]*]|\\[/])+)[ \t]*\n");
    private static final String NOTHING = "―";

    private final TemplateEngine engine = new TemplateEngine();

    LetterEngine() {
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new Places());
        engine.setDialect(dialect);
    }

    /**
     * The text with its places filled; a line whose places are all empty is left out.
     *
     * @throws TemplateProcessingException when it is no template
     */
    String fill(String template, Locale locale, Map<String, String> values) {
        StringBuilder kept = new StringBuilder();
        template.lines()
                .filter(line -> hasSomething(line, values))
                .forEach(line -> kept.append(line).append('\n'));
        return process(kept, locale, values);
    }

    /** As {@link #fill}, of one line, which stays. */
    String fillLine(String template, Locale locale, Map<String, String> values) {
        return process(template, locale, values);
    }

    private String process(CharSequence kept, Locale locale, Map<String, String> values) {
        String text = ONLY_TAGS.matcher(kept).replaceAll("$1");
        // a length of 0 tells a place from a condition of the same name
        text = PLACE.matcher(text).replaceAll(place -> place.group(2) == null ? "[(\\${$1:0})]" : "$0");
        Context context = new Context(locale);
        values.forEach(context::setVariable);
        return engine.process(new TemplateSpec(text, TemplateMode.TEXT), context);
    }

    private static boolean hasSomething(String line, Map<String, String> values) {
        Matcher matcher = PLACE.matcher(line);
        boolean places = false;
        while (matcher.find()) {
            places = true;
            if (!values.getOrDefault(matcher.group(1), "").isBlank()) {
                return true;
            }
        }
        return !places || line.contains("[#") || line.contains("[/");
    }

    private static final class Places implements IStandardVariableExpressionEvaluator {

        @Override
        public @Nullable Object evaluate(
                IExpressionContext context,
                IStandardVariableExpression expression,
                StandardExpressionExecutionContext execution) {
            Matcher place = EXPRESSION.matcher(expression.getExpression());
            if (!place.matches()) {
                throw new TemplateProcessingException("not a place: " + expression.getExpression());
            }
            Object value = context.getVariable(place.group(1));
            String text = value == null ? "" : value.toString();
            if (place.group(2) == null) {
                return !text.isBlank();
            }
            int length = Integer.parseInt(place.group(2));
            if (text.isBlank()) {
                return NOTHING;
            }
            return length == 0 ? PlainText.lines(text) : PlainText.clip(PlainText.oneLine(text), 2 * length);
        }
    }
}
