package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of FEEL that decision tables of a plan use: comparisons, ranges, lists, not(…), and, or, if. A whitelist: no
 * functions, no paths, no dates.
 */
final class FeelParser {

    private static final int LONGEST = 4000;
    private static final int DEEPEST = 30;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\.\\.|<=|>=|!=|[-<>=(),\\[\\]])|(\"[^\"\\\\]*\")|([0-9]{1,15})(?![0-9A-Za-z])|([A-Za-z][A-Za-z0-9]*))\\s*");
    private static final Set<String> SIGNS = Set.of("<", "<=", ">", ">=", "=", "!=");
    private static final Set<String> WORDS = Set.of("if", "then", "else", "and", "or", "not", "true", "false", "null");

    /** The text cannot be read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private FeelParser(String text) throws Unreadable {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (text.length() > LONGEST || !matcher.find(end) || matcher.start() != end) {
                throw new Unreadable();
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    /** An input expression. */
    static Feel expression(String text) throws Unreadable {
        FeelParser parser = new FeelParser(text);
        return parser.ended(parser.any());
    }

    /** The cell of an input; nothing or a dash is true for everything. */
    static Feel cell(String text) throws Unreadable {
        if (text.isBlank() || text.strip().equals("-")) {
            return new Feel.Value(true);
        }
        FeelParser parser = new FeelParser(text);
        return parser.ended(parser.tests());
    }

    private Feel ended(Feel feel) throws Unreadable {
        if (at != tokens.size()) {
            throw new Unreadable();
        }
        return feel;
    }

    private Feel tests() throws Unreadable {
        if (next("not") && at + 1 < tokens.size() && tokens.get(at + 1).equals("(")) {
            at += 2;
            Feel inside = list();
            expect(")");
            if (inside.all().anyMatch(part -> part instanceof Feel.Value it && it.literal() instanceof Boolean)) {
                throw new Unreadable(); // the engine takes not(true) for a call, and false for its answer
            }
            return new Feel.Not(inside);
        }
        return list();
    }

    private Feel list() throws Unreadable {
        Feel all = test();
        while (takes(",")) {
            all = new Feel.Either(all, test());
        }
        return all;
    }

    private Feel test() throws Unreadable {
        if (at < tokens.size() && SIGNS.contains(tokens.get(at))) {
            return new Feel.Compared(tokens.get(at++), Feel.CELL, literal());
        }
        if (next("[") || next("]") || next("(")) {
            return range();
        }
        return new Feel.Compared("=", Feel.CELL, literal());
    }

    private Feel range() throws Unreadable {
        boolean withFirst = tokens.get(at++).equals("[");
        Feel first = literal();
        expect("..");
        Feel last = literal();
        boolean withLast = next("]");
        if (!takes("]") && !takes(")") && !takes("[")) {
            throw new Unreadable();
        }
        return new Feel.Both(
                new Feel.Compared(withFirst ? ">=" : ">", Feel.CELL, first),
                new Feel.Compared(withLast ? "<=" : "<", Feel.CELL, last));
    }

    private Feel any() throws Unreadable {
        if (++depth > DEEPEST) {
            throw new Unreadable();
        }
        Feel all = every();
        while (takes("or")) {
            all = new Feel.Either(all, every());
        }
        depth--;
        return all;
    }

    private Feel every() throws Unreadable {
        Feel all = compared();
        while (takes("and")) {
            all = new Feel.Both(all, compared());
        }
        return all;
    }

    private Feel compared() throws Unreadable {
        if (takes("if")) {
            Feel condition = any();
            expect("then");
            Feel then = any();
            expect("else");
            return new Feel.Choice(condition, then, any());
        }
        Feel left = one();
        if (at < tokens.size() && SIGNS.contains(tokens.get(at))) {
            return new Feel.Compared(tokens.get(at++), left, one());
        }
        return left;
    }

    private Feel one() throws Unreadable {
        if (takes("not")) {
            expect("(");
            Feel inside = any();
            expect(")");
            return new Feel.Not(inside);
        }
        if (takes("(")) {
            Feel inside = any();
            expect(")");
            return inside;
        }
        if (at < tokens.size() && tokens.get(at).matches("[A-Za-z].*") && !WORDS.contains(tokens.get(at))) {
            return new Feel.Name(tokens.get(at++));
        }
        return literal();
    }

    private Feel literal() throws Unreadable {
        boolean minus = takes("-");
        if (at >= tokens.size()) {
            throw new Unreadable();
        }
        String token = tokens.get(at++);
        if (token.matches("[0-9]+")) {
            return new Feel.Value((minus ? -1 : 1) * Long.parseLong(token));
        }
        if (!minus && token.startsWith("\"")) {
            return new Feel.Value(token.substring(1, token.length() - 1));
        }
        if (!minus && Set.of("true", "false", "null").contains(token)) {
            return new Feel.Value(token.equals("null") ? null : Boolean.valueOf(token));
        }
        throw new Unreadable();
    }

    private boolean next(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private boolean takes(String token) {
        if (next(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) throws Unreadable {
        if (!takes(token)) {
            throw new Unreadable();
        }
    }
}
