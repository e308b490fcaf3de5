package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code ${word.method(key, 'text', 2)}}, joined by and, or, not and brackets. A whitelist: whatever does not read so is
 * no expression of a plan, however an engine would understand it.
 */
final class ExpressionParser {

    private static final int LONGEST = 1000;
    private static final Pattern TOKEN = Pattern.compile(
            "[ \\t\\r\\n]*(?:(&&|\\|\\||[!().,])|([A-Za-z][A-Za-z0-9]*)|([0-9]{1,9})|'([A-Za-z0-9_ .:-]*)'|\"([A-Za-z0-9_ .:-]*)\")[ \\t\\r\\n]*");

    private record Token(String kind, String text) {}

    /** @param single whether it is one call and nothing else */
    record Parsed(List<Call> calls, boolean single) {}

    private final List<Token> tokens;
    private final List<Call> calls = new ArrayList<>();
    private int at;
    private boolean joined;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Empty when it does not read as an expression of a plan. */
    static Optional<Parsed> parse(String text) {
        if (text.length() > LONGEST || !text.startsWith("${") || !text.endsWith("}")) {
            return Optional.empty();
        }
        Optional<List<Token>> tokens = tokens(text.substring(2, text.length() - 1));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        ExpressionParser parser = new ExpressionParser(tokens.get());
        return parser.any() && parser.at == parser.tokens.size()
                ? Optional.of(new Parsed(List.copyOf(parser.calls), !parser.joined))
                : Optional.empty();
    }

    private static Optional<List<Token>> tokens(String inside) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(inside);
        int end = 0;
        while (end < inside.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return Optional.empty();
            }
            tokens.add(token(matcher));
            end = matcher.end();
        }
        return Optional.of(tokens);
    }

    private static Token token(Matcher matcher) {
        String[] kinds = {"sign", "name", "number", "text", "text"};
        for (int group = 1; group <= kinds.length; group++) {
            if (matcher.group(group) != null) {
                return new Token(kinds[group - 1], matcher.group(group));
            }
        }
        throw new IllegalStateException("a token without a group");
    }

    private boolean any() {
        return chain(this::every, Set.of("||", "or"));
    }

    private boolean every() {
        return chain(this::one, Set.of("&&", "and"));
    }

    private boolean chain(java.util.function.BooleanSupplier part, Set<String> signs) {
        if (!part.getAsBoolean()) {
            return false;
        }
        while (at < tokens.size()
                && signs.contains(tokens.get(at).text())
                && !tokens.get(at).kind().equals("text")) {
            at++;
            joined = true;
            if (!part.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    private boolean one() {
        if (takes("sign", "!") || takes("name", "not")) {
            joined = true;
            return one();
        }
        if (takes("sign", "(")) {
            joined = true;
            return any() && takes("sign", ")");
        }
        return call();
    }

    private boolean call() {
        Optional<Token> word = take("name");
        boolean dot = takes("sign", ".");
        Optional<Token> method = take("name");
        if (word.isEmpty() || !dot || method.isEmpty() || !takes("sign", "(")) {
            return false;
        }
        List<Call.Argument> arguments = new ArrayList<>();
        do {
            Optional<Call.Argument> argument = argument();
            if (argument.isEmpty()) {
                return false;
            }
            arguments.add(argument.get());
        } while (takes("sign", ","));
        calls.add(new Call(word.get().text(), method.get().text(), List.copyOf(arguments)));
        return takes("sign", ")");
    }

    private Optional<Call.Argument> argument() {
        return take("text")
                .map(it -> new Call.Argument(Call.Kind.TEXT, it.text()))
                .or(() -> take("number").map(it -> new Call.Argument(Call.Kind.NUMBER, it.text())))
                .or(() -> take("name").map(it -> new Call.Argument(Call.Kind.NAME, it.text())));
    }

    private Optional<Token> take(String kind) {
        if (at < tokens.size() && tokens.get(at).kind().equals(kind)) {
            return Optional.of(tokens.get(at++));
        }
        return Optional.empty();
    }

    private boolean takes(String kind, String text) {
        if (at < tokens.size()
                && tokens.get(at).kind().equals(kind)
                && tokens.get(at).text().equals(text)) {
            at++;
            return true;
        }
        return false;
    }
}
