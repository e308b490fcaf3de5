package dev.noroshi.plan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every table that the application asks is there, gets facts that it gives, and answers what it reads. */
final class TableRule implements Rule {

    private static final Set<String> FEEL = Set.of(
            "", "feel", "FEEL", "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/FEEL/20140401");

    private final Catalogue catalogue;

    TableRule(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void look(PlanModel plan, Findings findings) {
        List<TableWords> asked = TableWords.all(catalogue);
        asked.stream()
                .filter(words -> plan.table(words.key()).isEmpty())
                .forEach(words -> findings.error("table.missing", Place.file(words.key() + ".dmn"), words.key()));
        Set<String> known = new HashSet<>();
        for (Table table : plan.tables()) {
            if (!known.add(table.id())) {
                findings.error("table.twice", table.place(), table.id());
            }
            asked.stream()
                    .filter(words -> words.key().equals(table.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            words -> table(table, words, findings),
                            () -> findings.error("table.unknown", table.place(), table.id()));
        }
    }

    private void table(Table table, TableWords words, Findings findings) {
        if (!words.policies().contains(table.policy())) {
            findings.error(
                    "table.policy", table.place(), table.policy(), String.join(", ", new TreeSet<>(words.policies())));
        }
        if (!table.decision()
                .attribute("camunda-dmn:historyTimeToLive")
                .orElse("")
                .matches("P[0-9]{1,6}D|[0-9]{1,6}")) {
            findings.error("table.history", table.place());
        }
        language(table, findings);
        columns(table, words, findings);
        @Nullable DecisionGrid grid = DecisionGrid.read(table, findings);
        if (grid != null && facts(grid, words, findings)) {
            RowRules rows = new RowRules(grid, words, catalogue, findings);
            rows.look();
            if (words.policies().contains(table.policy())) {
                new TableTotals(grid, words, findings).look();
            }
        }
    }

    private static void language(Table table, Findings findings) {
        table.decision()
                .all()
                .filter(node ->
                        !FEEL.contains(node.attribute("expressionLanguage").orElse("")))
                .forEach(node -> findings.error(
                        "table.language",
                        Place.of(table.file(), node),
                        node.attribute("expressionLanguage").orElse("")));
    }

    private static void columns(Table table, TableWords words, Findings findings) {
        words.outputs().forEach((name, answer) -> {
            if (table.output(name).isEmpty()) {
                findings.error("table.output-missing", table.place(), name);
            }
        });
        for (Table.Column output : table.outputs()) {
            TableWords.@Nullable Answer answer = words.outputs().get(output.name());
            Place place = Place.of(table.file(), output.node());
            if (answer == null) {
                findings.error("table.output-unknown", place, output.name());
            } else if (!answer.fits(output.type())) {
                findings.error("table.type", place, output.name(), output.type(), answer.type());
            }
        }
    }

    private static boolean facts(DecisionGrid grid, TableWords words, Findings findings) {
        boolean known = true;
        for (int i = 0; i < grid.columns().size(); i++) {
            Table.Column input = grid.table().inputs().get(i);
            Place place = Place.of(grid.table().file(), input.node());
            for (String fact : grid.columns().get(i).facts()) {
                if (!words.facts().containsKey(fact)) {
                    String all = String.join(", ", new TreeSet<>(words.facts().keySet()));
                    findings.error("table.fact", place, fact, all);
                    known = false;
                }
            }
            String kind = kind(grid.columns().get(i).input(), words);
            boolean fits = kind.isEmpty()
                    || Set.of("", kind).contains(input.type())
                    || kind.equals("long") && input.type().equals("integer");
            if (!fits) {
                findings.error("table.type", place, input.name(), input.type(), kind);
            }
        }
        return known;
    }

    /** What an input is; the engine turns it into its column's type, and fails where it cannot. Empty when any will do. */
    private static String kind(Feel input, TableWords words) {
        if (input instanceof Feel.Name name) {
            TableWords.@Nullable Domain domain = words.facts().get(name.name());
            return domain == null ? "" : domain.kind();
        }
        return input instanceof Feel.Value || input instanceof Feel.Choice ? "" : "boolean";
    }
}
