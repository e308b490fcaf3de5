package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stands in a plan, for people who read it: its models, each before those that it calls, and its tables. What cannot be
 * read is left out.
 */
public record PlanContents(List<ModelPart> models, List<TablePart> tables) {

    private static final String WHOLE = "incident-response";
    private static final String BETWEEN = " / ";

    public PlanContents {
        models = List.copyOf(models);
        tables = List.copyOf(tables);
    }

    /** @param description empty when the model has none */
    public record ModelPart(
            String file,
            String id,
            String name,
            String nameEn,
            String description,
            String descriptionEn,
            List<Part> parts) {

        public ModelPart {
            parts = List.copyOf(parts);
        }

        public String name(Locale reader) {
            return PlanContents.name(name, nameEn, reader);
        }

        public String description(Locale reader) {
            return PlanContents.name(description, descriptionEn, reader);
        }

        /** Steps of people, in the order of the file. */
        public List<Part> steps() {
            return parts.stream().filter(part -> part.type().equals("userTask")).toList();
        }
    }

    /**
     * An element of a model.
     *
     * @param type as BPMN calls it, such as {@code userTask}
     * @param nameEn the Japanese name when it has no English one
     * @param roles keys of those who may take it
     * @param properties its extension properties
     * @param action the expression of an automatic step; empty for all else
     */
    public record Part(
            String id,
            String type,
            String name,
            String nameEn,
            List<String> roles,
            Map<String, String> properties,
            String action) {

        public Part {
            roles = List.copyOf(roles);
            properties = Map.copyOf(properties);
        }

        public String name(Locale reader) {
            return PlanContents.name(name, nameEn, reader);
        }

        /** An extension property; empty when it is not there. */
        public String property(String name) {
            return properties.getOrDefault(name, "");
        }

        /** The clause of the policy that its author wrote; empty for none. */
        public String policy(Locale reader) {
            return PlanContents.name(
                    property("policy"), properties.getOrDefault("policyEn", property("policy")), reader);
        }

        /** Keys of the duties that it carries out. */
        public List<String> duties() {
            return Duties.keys(property("duty"));
        }
    }

    /**
     * A decision table.
     *
     * @param inputs headings; {@code outputs} likewise
     */
    public record TablePart(
            String file,
            String id,
            String name,
            String policy,
            List<Heading> inputs,
            List<Heading> outputs,
            List<Row> rows) {

        public TablePart {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            rows = List.copyOf(rows);
        }

        /** Whether any row says more than its cells. */
        public boolean annotated() {
            return rows.stream().anyMatch(row -> !row.notes().isEmpty());
        }
    }

    /**
     * What a column is called.
     *
     * @param name as the application knows the column
     * @param label as its author wrote it; what follows {@code " / "} is for readers of English
     */
    public record Heading(String name, String label) {

        public String label(Locale reader) {
            int slash = label.indexOf(BETWEEN);
            return slash < 0
                    ? label
                    : PlanContents.name(label.substring(0, slash), label.substring(slash + BETWEEN.length()), reader);
        }
    }

    /** @param notes annotations, such as the legal basis; {@code notesEn} the same in English where there is any */
    public record Row(List<String> inputs, List<String> outputs, List<String> notes, List<String> notesEn) {

        public Row {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            notes = List.copyOf(notes);
            notesEn = List.copyOf(notesEn);
        }

        public List<String> notes(Locale reader) {
            return isEnglish(reader) ? notesEn : notes;
        }
    }

    /** @param files name → content */
    public static PlanContents of(Map<String, byte[]> files) {
        PlanModel plan = new FileRules(new Findings()).read(PlanFiles.of(files));
        List<Model> ordered = new ArrayList<>();
        plan.model(WHOLE).ifPresent(whole -> follow(plan, whole, ordered));
        plan.models().forEach(model -> follow(plan, model, ordered));
        return new PlanContents(
                ordered.stream().map(PlanContents::model).toList(),
                plan.tables().stream().map(PlanContents::table).toList());
    }

    private static void follow(PlanModel plan, Model model, List<Model> ordered) {
        if (ordered.contains(model)) {
            return;
        }
        ordered.add(model);
        model.of(Element.Kind.CALL)
                .flatMap(call -> plan.model(call.calls()).stream())
                .forEach(called -> follow(plan, called, ordered));
    }

    private static ModelPart model(Model model) {
        XmlNode process = model.scope().node();
        String name = process.attribute("name").orElse(model.id());
        String description = process.child(Spaces.BPMN, "documentation")
                .map(it -> it.text().strip())
                .orElse("");
        return new ModelPart(
                model.file(),
                model.id(),
                name,
                Element.properties(process).getOrDefault("nameEn", name),
                description,
                Element.properties(process).getOrDefault("descriptionEn", description),
                model.elements().map(PlanContents::part).toList());
    }

    private static Part part(Element element) {
        return new Part(
                element.id(),
                element.node().name(),
                element.label(),
                element.properties().getOrDefault("nameEn", element.label()),
                element.roles(),
                element.properties(),
                element.node().attribute("camunda:expression").orElse(""));
    }

    private static TablePart table(Table table) {
        return new TablePart(
                table.file(),
                table.id(),
                table.decision().attribute("name").orElse(table.id()),
                table.policy(),
                headings(table.inputs()),
                headings(table.outputs()),
                table.rows().stream()
                        .map(row ->
                                new Row(row.inputs(), row.outputs(), table.notes(row, false), table.notes(row, true)))
                        .toList());
    }

    private static List<Heading> headings(List<Table.Column> columns) {
        return columns.stream()
                .map(column -> new Heading(
                        column.name(),
                        column.node()
                                .attribute("label")
                                .filter(label -> !label.isBlank())
                                .orElse(column.name())))
                .toList();
    }

    private static String name(String japanese, String english, Locale reader) {
        return isEnglish(reader) ? english : japanese;
    }

    private static boolean isEnglish(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
