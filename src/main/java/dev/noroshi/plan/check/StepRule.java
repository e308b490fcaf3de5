package dev.noroshi.plan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every step of a person says who takes it, until when, and asks with a form and a procedure that exist. */
final class StepRule implements Rule {

    private static final Set<String> OF_STEP =
            Set.of("target", "form", "runbook", "fourEyes", "policy", "policyEn", "duty");

    private static final String NAME_IN_ENGLISH = "nameEn";

    private final Catalogue catalogue;

    StepRule(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void look(PlanModel plan, Findings findings) {
        Keys keys = Keys.of(plan);
        for (Model model : plan.models()) {
            model.elements().forEach(element -> properties(model, element, findings));
            for (Element step : model.of(Element.Kind.USER).toList()) {
                named(model, step, findings);
                roles(model, step, findings);
                target(plan, model, step, findings);
                form(model, step, keys.of(model.id()), findings);
                runbook(model, step, findings);
            }
        }
    }

    private static void named(Model model, Element step, Findings findings) {
        if (step.node().attribute("name").orElse("").isBlank()) {
            findings.error("task.name", model.place(step));
        }
    }

    private static void properties(Model model, Element element, Findings findings) {
        Set<String> known = switch (element.kind()) {
            case USER -> OF_STEP;
            case CALL -> Set.of("phase", "policy", "policyEn", "duty");
            default -> Set.of("policy", "policyEn", "duty");
        };
        Set<String> written = new HashSet<>();
        Element.propertyNodes(element.node())
                .map(property -> property.attribute("name").orElse(""))
                .filter(name -> !written.add(name))
                .forEach(name -> findings.error("property.twice", model.place(element), name));
        element.properties().keySet().stream()
                .filter(name -> !known.contains(name) && !name.equals(NAME_IN_ENGLISH))
                .forEach(name -> findings.error("property.unknown", model.place(element), name));
        element.properties().forEach((name, value) -> {
            if (name.isBlank() || value.isBlank()) {
                findings.error("property.empty", model.place(element), name);
            }
        });
    }

    private void roles(Model model, Element step, Findings findings) {
        List<String> roles = step.roles();
        if (roles.isEmpty()) {
            findings.error("task.role-missing", model.place(step));
        }
        roles.stream()
                .filter(role -> !catalogue.roles().contains(role))
                .forEach(role -> findings.error("task.role-unknown", model.place(step), role));
    }

    private static void target(PlanModel plan, Model model, Element step, Findings findings) {
        String target = step.properties().getOrDefault("target", "");
        Optional<Table> table = plan.table("time-targets");
        if (target.isBlank()) {
            findings.error("task.target-missing", model.place(step));
        } else if (table.isPresent() && !Cells.textsOf(table.get(), "target").contains(target)) {
            findings.error("task.target-unknown", model.place(step), target);
        }
    }

    private void form(Model model, Element step, Keys.Known keys, Findings findings) {
        String form = step.properties().getOrDefault("form", "confirmation");
        Optional<Catalogue.FormWords> known = catalogue.form(form);
        if (known.isEmpty()) {
            findings.error("task.form-unknown", model.place(step), form);
        } else if (!keys.asks(known.get().of())) {
            findings.error("task.form-place", model.place(step), form);
        }
    }

    private void runbook(Model model, Element step, Findings findings) {
        String runbook = step.properties().getOrDefault("runbook", "by-type");
        if (!runbook.equals("by-type") && !catalogue.runbooks().contains(runbook)) {
            findings.error("task.runbook-unknown", model.place(step), runbook);
        }
    }
}
