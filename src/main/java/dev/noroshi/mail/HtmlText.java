package dev.noroshi.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * HTML of a mail as lines of text, in one pass however broken or hostile it is. What stands in a quotation gets the mark
 * of one, and where a mail program says that its quotation begins stands a line that says so.
 */
final class HtmlText {

    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "textarea");
    private static final Set<String> LINES =
            Set.of("br", "hr", "p", "div", "tr", "li", "table", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> WITHOUT_END = Set.of("br", "hr", "img", "input", "meta", "link", "wbr", "col");
    private static final Pattern QUOTATION = Pattern.compile(
            "(?i)divRplyFwdMsg|appendonsend|gmail_attr|yahoo_quoted|OLK_SRC_BODY_SECTION|moz-cite-prefix|mail-editor-reference-message"
                    + "|border:\\s*none;\\s*border-top:\\s*solid");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none");
    private static final String QUOTED = "\n-----Original Message-----\n";

    private final String html;
    private final StringBuilder plain = new StringBuilder();
    private int quotations;
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            words(html.substring(at, tag < 0 ? html.length() : tag));
            at = tag < 0 ? html.length() : tag;
            if (tag >= 0) {
                tag();
            }
        }
        return plain.toString();
    }

    private void words(String words) {
        String text = HtmlUtils.htmlUnescape(words.replaceAll("\\s+", " "));
        if (!text.isEmpty() && quotations > 0 && atStartOfLine()) {
            plain.append("> ");
        }
        plain.append(text);
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            skipTo("-->");
            return;
        }
        int end = html.indexOf('>', at);
        if (end < 0) {
            at = html.length();
            return;
        }
        String inside = html.substring(at + 1, end);
        at = end + 1;
        boolean closing = inside.startsWith("/");
        String name = inside.replaceFirst("^/", "").split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
        if (UNSEEN.contains(name) && !closing && !inside.endsWith("/")) {
            skipTo("</" + name);
        } else {
            seen(name, inside, closing);
        }
    }

    private void seen(String name, String inside, boolean closing) {
        if (name.equals("blockquote")) {
            quotations = Math.max(0, quotations + (closing ? -1 : 1));
            plain.append('\n');
        } else if (!closing
                && !WITHOUT_END.contains(name)
                && HIDDEN.matcher(inside).find()) {
            skipElement(name);
        } else if (!closing && QUOTATION.matcher(inside).find()) {
            plain.append(inside.contains("gmail_attr") || inside.contains("moz-cite") ? "\n" : QUOTED);
        } else if (LINES.contains(name)) {
            plain.append('\n');
        } else if (name.equals("td") && closing) {
            plain.append(' ');
        }
    }

    private void skipTo(String mark) {
        int end = at;
        int last = html.length() - mark.length();
        while (end <= last && !html.regionMatches(true, end, mark, 0, mark.length())) {
            end++;
        }
        int close = end > last ? -1 : html.indexOf('>', end);
        at = close < 0 ? html.length() : close + 1;
    }

    /** With the elements of the same name within it. */
    private void skipElement(String name) {
        Matcher tag =
                Pattern.compile("(?i)<(/?)" + Pattern.quote(name) + "\\b[^>]*>").matcher(html);
        int open = 1;
        int from = at;
        while (open > 0 && tag.find(from)) {
            open += tag.group(1).isEmpty() ? 1 : -1;
            from = tag.end();
        }
        at = open > 0 ? html.length() : from;
    }

    private boolean atStartOfLine() {
        return plain.length() == 0 || plain.charAt(plain.length() - 1) == '\n';
    }
}
