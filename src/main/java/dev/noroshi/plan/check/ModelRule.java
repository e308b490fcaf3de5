package dev.noroshi.plan.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The models that a plan must have, one in each file, named and kept as the engine needs. */
final class ModelRule implements Rule {

    /** Ten years: how long the record of a case of level 3 or 4 is kept. */
    private static final int LONGEST_KEPT_DAYS = 3650;

    @Override
    public void look(PlanModel plan, Findings findings) {
        new TreeMap<>(Keys.STARTED)
                .keySet().stream()
                        .filter(model -> plan.model(model).isEmpty())
                        .forEach(model -> findings.error("model.missing", Place.file(model + ".bpmn"), model));
        Map<String, Long> inFile =
                plan.models().stream().collect(Collectors.groupingBy(Model::file, Collectors.counting()));
        Map<String, String> known = new HashMap<>();
        Set<String> used = used(plan);
        for (Model model : plan.models()) {
            if (inFile.getOrDefault(model.file(), 0L) > 1) {
                findings.error("model.one", model.place(), model.id());
            } else if (!model.file().equals(model.id() + ".bpmn")) {
                findings.error("model.file", model.place(), model.id());
            }
            if (known.put(model.id(), model.file()) != null) {
                findings.error("model.twice", model.place(), model.id());
            }
            attributes(model, findings);
            if (!used.contains(model.id())) {
                findings.error("model.unused", model.place(), model.id());
            }
        }
    }

    private static void attributes(Model model, Findings findings) {
        XmlNode process = model.scope().node();
        if (!process.attribute("isExecutable").orElse("").equals("true")) {
            findings.error("model.executable", model.place());
        }
        if (process.attribute("name").orElse("").isBlank()) {
            findings.error("model.name", model.place());
        }
        String kept = process.attribute("camunda:historyTimeToLive").orElse("");
        if (!kept.matches("P[0-9]{1,6}D|[0-9]{1,6}")) {
            findings.error("model.history", model.place());
        } else if (Integer.parseInt(kept.replaceAll("[PD]", "")) < LONGEST_KEPT_DAYS) {
            findings.error("model.history-short", model.place(), kept);
        }
        if (process.attribute("camunda:versionTag").orElse("").isBlank()) {
            findings.error("model.version", model.place());
        }
    }

    /** Models that the application starts, and those that are called from them. */
    private static Set<String> used(PlanModel plan) {
        Set<String> used = new HashSet<>(Keys.STARTED.keySet());
        boolean more = true;
        while (more) {
            Set<String> called = plan.models().stream()
                    .filter(model -> used.contains(model.id()))
                    .flatMap(model -> model.of(Element.Kind.CALL))
                    .map(Element::calls)
                    .collect(Collectors.toSet());
            more = used.addAll(called);
        }
        return used;
    }
}
