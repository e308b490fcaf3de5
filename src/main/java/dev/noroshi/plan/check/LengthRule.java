package dev.noroshi.plan.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nothing is longer than where the application keeps it, and no two steps of the plan go by one id. */
final class LengthRule implements Rule {

    private static final int ID = 100;
    private static final int NAME = 200;
    private static final int LADDER = 40;
    private static final int TEXT = 100;
    private static final int ITEM = 300;
    private static final Set<String> NAMES = Set.of("policy", "policyEn", "nameEn");

    @Override
    public void look(PlanModel plan, Findings findings) {
        Map<String, String> steps = new HashMap<>();
        for (Model model : plan.models()) {
            length(model.place(), "id", model.id(), ID, findings);
            model.scope()
                    .node()
                    .all()
                    .filter(node -> node.space().equals(Spaces.BPMN))
                    .forEach(node -> {
                        length(Place.of(model.file(), node), "id", node.id(), ID, findings);
                        length(
                                Place.of(model.file(), node),
                                "name",
                                node.attribute("name").orElse(""),
                                NAME,
                                findings);
                    });
            model.elements()
                    .forEach(element -> element.properties().forEach((name, value) -> {
                        int most = NAMES.contains(name) ? NAME : TEXT;
                        length(model.place(element), name, value, most, findings);
                    }));
            for (Element step : model.of(Element.Kind.USER).toList()) {
                @Nullable String other = steps.put(step.id(), model.file());
                if (other != null && !other.equals(model.file())) {
                    findings.error("task.id-twice", model.place(step), step.id(), other);
                }
            }
        }
        plan.tables().forEach(table -> table(table, findings));
    }

    private static void table(Table table, Findings findings) {
        for (String ladder : Cells.textsOf(table, "ladder")) {
            length(table.place(), "ladder", ladder, LADDER, findings);
        }
        for (String target : Cells.textsOf(table, "target")) {
            length(table.place(), "target", target, TEXT, findings);
        }
        for (Table.Row row : table.rows()) {
            int most = table.id().equals("checklist") ? ITEM : TEXT;
            row.outputs().forEach(cell -> length(table.place(row), "…", cell, most, findings));
        }
    }

    private static void length(Place place, String what, String text, int most, Findings findings) {
        if (text.length() > most) {
            findings.error("text.long", place, what, most);
        }
    }
}
