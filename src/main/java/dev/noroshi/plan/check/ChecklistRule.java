package dev.noroshi.plan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Items are checked off at steps that the plan has, and each goes by a key of its own, under which its ticks are kept. */
final class ChecklistRule implements Rule {

    private static final Pattern ITEM = Pattern.compile("\"([a-z0-9][a-z0-9-]{0,79})\"");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    @Override
    public void look(PlanModel plan, Findings findings) {
        plan.table("checklist").ifPresent(table -> {
            steps(plan, table, findings);
            items(table, findings);
        });
    }

    private static void steps(PlanModel plan, Table table, Findings findings) {
        Set<String> steps = plan.of(Element.Kind.USER).map(Element::id).collect(Collectors.toSet());
        List<String> names = table.inputs().stream().map(Table.Column::name).toList();
        int column = names.indexOf("step");
        for (Table.Row row : table.rows()) {
            String cell = column < 0 || column >= row.inputs().size()
                    ? ""
                    : row.inputs().get(column);
            Matcher named = TEXT.matcher(cell);
            while (named.find()) {
                if (!steps.contains(named.group(1))) {
                    findings.error("checklist.step", table.place(row), named.group(1));
                }
            }
        }
    }

    private static void items(Table table, Findings findings) {
        Optional<Integer> column = table.output("item");
        Set<String> known = new HashSet<>();
        for (Table.Row row : table.rows()) {
            String cell = column.filter(it -> it < row.outputs().size())
                    .map(it -> row.outputs().get(it))
                    .orElse("");
            Matcher item = ITEM.matcher(cell);
            if (!item.matches()) {
                findings.error("checklist.item", table.place(row), cell);
            } else if (!known.add(item.group(1))) {
                findings.error("checklist.twice", table.place(row), item.group(1));
            }
        }
    }
}
