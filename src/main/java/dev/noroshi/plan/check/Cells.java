package dev.noroshi.plan.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the cells of a table, as far as it can be read without deciding it. */
final class Cells {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private Cells() {}

    /** The texts that an input's cells name. */
    static Set<String> textsOf(Table table, String input) {
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            if (table.inputs().get(i).name().equals(input)) {
                for (Table.Row row : table.rows()) {
                    Matcher matcher =
                            TEXT.matcher(i < row.inputs().size() ? row.inputs().get(i) : "");
                    while (matcher.find()) {
                        texts.add(matcher.group(1));
                    }
                }
            }
        }
        return texts;
    }
}
