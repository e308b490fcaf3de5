package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every expression is a call of words that exist, used as they are meant, with the arguments that they take. */
final class ExpressionRule implements Rule {

    private final Catalogue catalogue;

    ExpressionRule(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void look(PlanModel plan, Findings findings) {
        Keys keys = Keys.of(plan);
        for (Model model : plan.models()) {
            for (Expression expression : expressions(model)) {
                new Look(plan, model, keys.of(model.id()), findings).at(expression);
            }
        }
    }

    /** An expression and what it is for. */
    private record Expression(XmlNode node, String text, Catalogue.Use use) {}

    private static List<Expression> expressions(Model model) {
        List<Expression> found = new ArrayList<>();
        model.scope().node().all().forEach(node -> {
            if (node.is(Spaces.BPMN, "serviceTask")) {
                String text = node.attribute("camunda:expression").orElse("");
                found.add(new Expression(node, text, Catalogue.Use.ACTION));
            } else if (node.is(Spaces.BPMN, "conditionExpression")) {
                found.add(new Expression(node, node.text().strip(), Catalogue.Use.QUESTION));
            } else if (node.is(Spaces.BPMN, "timeDate")) {
                found.add(new Expression(node, node.text().strip(), Catalogue.Use.DATE));
            } else if (node.is(Spaces.BPMN, "multiInstanceLoopCharacteristics")) {
                String text = node.attribute("camunda:collection").orElse("");
                found.add(new Expression(node, text, Catalogue.Use.LIST));
            }
        });
        return found;
    }

    /** One model's expressions, with what may be named in them. */
    private final class Look {
        private final PlanModel plan;
        private final Model model;
        private final Keys.Known known;
        private final Findings findings;

        private Look(PlanModel plan, Model model, Keys.Known known, Findings findings) {
            this.plan = plan;
            this.model = model;
            this.known = known;
            this.findings = findings;
        }

        private void at(Expression expression) {
            Place place = Place.of(model.file(), expression.node());
            if (expression.text().isEmpty()) {
                findings.error("expression.missing", place);
                return;
            }
            Optional<ExpressionParser.Parsed> parsed = ExpressionParser.parse(expression.text());
            if (parsed.isEmpty()
                    || (expression.use() != Catalogue.Use.QUESTION
                            && !parsed.get().single())) {
                findings.error("expression.form", place, expression.text());
                return;
            }
            parsed.get().calls().forEach(call -> call(place, expression, call));
        }

        private void call(Place place, Expression expression, Call call) {
            String written = call.word() + "." + call.method();
            Optional<Catalogue.Word> word = catalogue.word(call.word(), call.method());
            if (word.isEmpty()) {
                findings.error("expression.word", place, written);
            } else if (word.get().use() != expression.use()) {
                findings.error("expression.use", place, written, word.get().form());
            } else if (!fits(call, word.get())) {
                findings.error(
                        "expression.arguments",
                        place,
                        expression.text(),
                        word.get().form());
            } else if (!known.fits(word.get().key())) {
                findings.error("expression.key", place, written, model.id());
            } else {
                named(place, call, word.get());
            }
        }

        private boolean fits(Call call, Catalogue.Word word) {
            List<Call.Argument> given = call.arguments();
            Call.Argument first = given.get(0);
            if (first.kind() != Call.Kind.NAME
                    || !first.value().equals("key")
                    || given.size() != word.parameters().size() + 1) {
                return false;
            }
            for (int i = 1; i < given.size(); i++) {
                if (!fits(given.get(i), word.parameters().get(i - 1))) {
                    return false;
                }
            }
            return true;
        }

        private boolean fits(Call.Argument argument, Catalogue.Parameter parameter) {
            return switch (argument.kind()) {
                case NAME ->
                    parameter.type().equals("text") && known.variables().contains(argument.value());
                case TEXT -> parameter.type().equals("text");
                case NUMBER -> parameter.type().equals("number");
            };
        }

        /** Arguments that name a thing of the plan: it must be there. */
        private void named(Place place, Call call, Catalogue.Word word) {
            for (int i = 1; i < call.arguments().size(); i++) {
                String value = call.arguments().get(i).value();
                String name = word.parameters().get(i - 1).name();
                if (call.arguments().get(i).kind() != Call.Kind.NAME && !exists(name, value)) {
                    findings.error("expression." + name, place, value);
                }
            }
        }

        private boolean exists(String parameter, String value) {
            return switch (parameter) {
                case "element" ->
                    plan.of(Element.Kind.USER).anyMatch(task -> task.id().equals(value));
                case "ladder" -> ladders().contains(value);
                case "level" -> value.matches("[0-4]");
                default -> true;
            };
        }

        private Set<String> ladders() {
            Set<String> ladders = new HashSet<>();
            plan.table("escalation").ifPresent(table -> ladders.addAll(Cells.textsOf(table, "ladder")));
            return ladders;
        }
    }
}
