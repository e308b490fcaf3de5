package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the files, and keeps out whatever is neither model nor table. */
final class FileRules {

    private final Findings findings;

    FileRules(Findings findings) {
        this.findings = findings;
    }

    PlanModel read(PlanFiles files) {
        files.refused().forEach((name, rule) -> findings.error(rule, Place.file(name)));
        List<Model> models = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        XmlReader xml = new XmlReader(findings);
        AllowedRules allowed = new AllowedRules(findings);
        files.contents().forEach((name, content) -> {
            if (!name.endsWith(".bpmn") && !name.endsWith(".dmn")) {
                findings.error("files.kind", Place.file(name));
                return;
            }
            Optional<XmlNode> root = xml.read(name, content);
            root.filter(it -> isDefinitions(name, it)).ifPresent(it -> {
                allowed.look(name, it);
                new SchemaRule(findings).look(name, content, it);
                uniqueIds(name, it);
                models.addAll(new ModelReader(name, it).models());
                tables.addAll(TableReader.tables(name, it));
            });
        });
        if (files.contents().isEmpty() && files.refused().isEmpty()) {
            findings.error("files.none", Place.plan());
        }
        return new PlanModel(models, tables);
    }

    private boolean isDefinitions(String file, XmlNode root) {
        String space = file.endsWith(".bpmn") ? Spaces.BPMN : Spaces.DMN;
        if (root.is(space, "definitions")) {
            return true;
        }
        findings.error("files.root", Place.file(file), root.name());
        return false;
    }

    /** What the engine, or a finding, must be able to name. */
    private static boolean isNamed(XmlNode node) {
        return node.space().equals(Spaces.BPMN)
                ? Element.Kind.of(node).isPresent()
                        || Set.of("process", "sequenceFlow").contains(node.name())
                : node.space().equals(Spaces.DMN)
                        && Set.of("decision", "input", "output", "rule").contains(node.name());
    }

    private void uniqueIds(String file, XmlNode root) {
        root.all()
                .filter(FileRules::isNamed)
                .filter(node -> node.id().isEmpty())
                .forEach(node -> {
                    findings.error("id.missing", Place.of(file, node), node.name());
                });
        Set<String> known = new HashSet<>();
        root.all().filter(node -> !node.id().isEmpty()).forEach(node -> {
            if (!known.add(node.id())) {
                findings.error("id.twice", Place.of(file, node), node.id());
            }
        });
    }
}
