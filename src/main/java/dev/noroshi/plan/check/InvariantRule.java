package dev.noroshi.plan.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What no plan may give up besides the CISO (INV-2, {@link CisoRule}): head of section and window are told before anything else
 * (INV-1); bodies outside are judged by the facts, not by the evaluation, so that a suspicion is enough (INV-3); where the CISO
 * is called and silent, the decision goes to the chief (INV-4). That anybody may report (INV-5) needs no rule of its own: a plan
 * has no word for who reported, and {@link CoverageRule} asks who takes such reports in.
 */
final class InvariantRule implements Rule {

    private static final String TOLD = "${detection.tellAtOnce(key)}";
    private static final String REOPENED = "${incident.reopened(key)}";
    private static final Pattern CALLED = Pattern.compile("\\$\\{response\\.call\\(key,'([^']+)','([^']+)'\\)}");
    private static final int RUNGS = 20;

    @Override
    public void look(PlanModel plan, Findings findings) {
        plan.model("incident-response").ifPresent(response -> told(plan, response, findings));
        for (String table : List.of("ppc-report", "external-reports")) {
            plan.table(table).ifPresent(it -> suspicion(it, findings));
        }
        plan.table("escalation").flatMap(InvariantRule::grid).ifPresent(ladders -> deputy(plan, ladders, findings));
    }

    private static Optional<DecisionGrid> grid(Table table) {
        return Optional.ofNullable(DecisionGrid.read(table, new Findings()));
    }

    /** INV-1: the first thing on every way, but for a case that is reopened, is to tell both. */
    private static void told(PlanModel plan, Model model, Findings findings) {
        Scope scope = model.scope();
        Deque<Element> next = new ArrayDeque<>(scope.of(Element.Kind.START).toList());
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty()) {
            Element element = next.pop();
            if (!seen.add(element.id()) || Watch.expression(element).equals(TOLD)) {
                continue;
            }
            Optional<Model> called = plan.model(element.calls());
            if (element.kind() == Element.Kind.CALL && called.isPresent() && called.get() != model) {
                told(plan, called.get(), findings);
            } else if (element.kind() == Element.Kind.START || element.isGateway()) {
                scope.outgoing(element).stream()
                        .filter(flow -> !REOPENED.equals(
                                flow.condition().map(it -> it.text().strip()).orElse("")))
                        .flatMap(flow -> scope.element(flow.target()).stream())
                        .forEach(next::push);
            } else {
                findings.error("flow.told-late", model.place(element), element.label());
            }
        }
    }

    /** INV-3: no column asks whether the case was evaluated as an incident. */
    private static void suspicion(Table table, Findings findings) {
        grid(table).stream()
                .flatMap(grid -> grid.columns().stream()
                        .filter(column -> column.facts().contains("declared"))
                        .map(column -> table.inputs().get(grid.columns().indexOf(column))))
                .forEach(input -> findings.error("table.suspicion", Place.of(table.file(), input.node())));
    }

    /** INV-4: on every level a ladder that asks the CISO for a step has a rung on which the chief decides. */
    private static void deputy(PlanModel plan, DecisionGrid table, Findings findings) {
        for (Model model : plan.models()) {
            model.of(Element.Kind.SERVICE).forEach(call -> {
                Matcher called = CALLED.matcher(Watch.expression(call));
                if (called.matches() && ofCiso(plan, called.group(2))) {
                    for (long level = 0; level <= 4; level++) {
                        if (!chiefDecides(table, called.group(1), level)) {
                            findings.error("ladder.deputy", table.table().place(), called.group(1), level);
                        }
                    }
                }
            });
        }
    }

    private static boolean ofCiso(PlanModel plan, String step) {
        return plan.of(Element.Kind.USER)
                .anyMatch(task -> task.id().equals(step) && task.roles().equals(List.of("ciso")));
    }

    private static boolean chiefDecides(DecisionGrid grid, String ladder, long level) {
        for (long rung = 1; rung <= RUNGS; rung++) {
            int row = grid.decide(Map.of("ladder", ladder, "level", level, "rung", rung))
                    .nextSetBit(0);
            if (row >= 0
                    && answers(grid.table(), row, "role", "\"chief\"")
                    && answers(grid.table(), row, "decides", "true")) {
                return true;
            }
        }
        return false;
    }

    private static boolean answers(Table table, int row, String output, String value) {
        List<String> cells = table.rows().get(row).outputs();
        return table.output(output)
                .filter(column -> column < cells.size() && value.equals(cells.get(column)))
                .isPresent();
    }
}
