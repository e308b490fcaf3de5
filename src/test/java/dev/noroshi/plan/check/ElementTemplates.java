package dev.noroshi.plan.check;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Element templates for Camunda Modeler, made of the vocabulary and the words of the shipped plan. */
final class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final List<String> PHASES = List.of("detect", "triage", "contain", "recover", "review");

    private final Catalogue catalogue = Catalogue.shipped();
    private final PlanModel plan =
            new FileRules(new Findings()).read(ShippedPlan.copy().files());
    private final Properties japanese = texts("ja");
    private final Properties english = texts("en");

    /** File name → templates. */
    Map<String, Object> files() {
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("user-task.json", List.of(userTask()));
        files.put("service-task.json", serviceTasks());
        files.put("call-activity.json", List.of(callActivity()));
        files.put("condition.json", List.of(condition()));
        files.put("event-and-gateway.json", List.of(named()));
        return files;
    }

    private Map<String, Object> userTask() {
        List<Object> properties = new ArrayList<>(names());
        properties.add(required(dropdown(
                "役割 / roles",
                sorted("type", "property", "name", "camunda:candidateGroups"),
                choices("role.", roles()))));
        properties.add(required(
                dropdown("時間の目標 / target", extra("target"), choices("vocabulary.target.", catalogue.targets()))));
        properties.add(optional(dropdown(
                "様式 / form",
                extra("form"),
                choices(
                        "vocabulary.form.",
                        catalogue.forms().stream().map(Catalogue.FormWords::key).toList()))));
        List<String> runbooks = Stream.concat(Stream.of("by-type"), catalogue.runbooks().stream())
                .toList();
        properties.add(optional(dropdown("手順書 / runbook", extra("runbook"), choices("", runbooks))));
        properties.add(optional(pattern(
                text("別の人が行う手順のID / four eyes with", extra("fourEyes")),
                "^(userTask_\\w+)?$",
                "userTask_… のIDを書きます / the id of a user task")));
        properties.addAll(policy());
        return template("userTask", "人の手順 / step of a person", List.of("bpmn:UserTask"), properties);
    }

    private List<Object> serviceTasks() {
        List<Object> templates = new ArrayList<>();
        List<Map<String, Object>> simple = words(Catalogue.Use.ACTION)
                .filter(word -> word.parameters().isEmpty())
                .map(word -> choice(meaning(word), word.form()))
                .toList();
        templates.add(
                service("action", "自動処理 / automatic step", required(dropdown("処理 / action", expression(), simple))));
        words(Catalogue.Use.ACTION)
                .filter(word -> !word.parameters().isEmpty())
                .forEach(word -> templates.add(service(
                        word.word() + "." + word.method(),
                        meaning(word),
                        pattern(text("処理 / action", expression()), regex(word), word.form()))));
        return templates;
    }

    private Map<String, Object> service(String id, String name, Map<String, Object> action) {
        List<Object> properties = new ArrayList<>(names());
        properties.add(action);
        properties.add(hidden(sorted("type", "property", "name", "camunda:asyncBefore"), true));
        properties.addAll(policy());
        return template("serviceTask." + id, name, List.of("bpmn:ServiceTask"), properties);
    }

    private Map<String, Object> callActivity() {
        List<Map<String, Object>> models = plan.models().stream()
                .filter(model -> !Keys.STARTED.containsKey(model.id()))
                .map(model -> choice(model.scope().node().attribute("name").orElse(model.id()), model.id()))
                .toList();
        List<Object> properties = new ArrayList<>(names());
        properties.add(required(dropdown("図 / model", sorted("type", "property", "name", "calledElement"), models)));
        properties.add(hidden(sorted("type", "property", "name", "camunda:calledElementBinding"), "deployment"));
        properties.add(hidden(Map.of("type", "camunda:in:businessKey"), "${key}"));
        properties.add(optional(dropdown("段階 / phase", extra("phase"), choices("", PHASES))));
        properties.addAll(policy());
        return template("callActivity", "段階 / phase", List.of("bpmn:CallActivity"), properties);
    }

    private Map<String, Object> condition() {
        List<Map<String, Object>> questions = words(Catalogue.Use.QUESTION)
                .filter(word ->
                        word.parameters().stream().noneMatch(it -> it.type().equals("text")))
                .flatMap(word -> word.parameters().isEmpty()
                        ? Stream.of(choice(meaning(word), word.form()))
                        : IntStream.rangeClosed(1, 4)
                                .mapToObj(level -> choice(
                                        meaning(word) + ": " + level,
                                        word.form().replace("level", String.valueOf(level)))))
                .toList();
        List<Object> properties = new ArrayList<>(names());
        properties.add(
                dropdown("条件 / condition", sorted("type", "property", "name", "conditionExpression"), questions));
        return template("condition", "条件 / condition", List.of("bpmn:SequenceFlow"), properties);
    }

    /** What a template cannot reach in them, such as the date of a timer, stands in the vocabulary page. */
    private Map<String, Object> named() {
        List<Object> properties = new ArrayList<>(names());
        properties.addAll(policy());
        return template(
                "named",
                "名前と義務 / names and duties",
                List.of("bpmn:ExclusiveGateway", "bpmn:IntermediateCatchEvent", "bpmn:BoundaryEvent", "bpmn:EndEvent"),
                properties);
    }

    private Stream<Catalogue.Word> words(Catalogue.Use use) {
        return catalogue.words().stream().filter(word -> word.use() == use);
    }

    private String meaning(Catalogue.Word word) {
        return both("vocabulary.word." + word.word() + "." + word.method(), word.method());
    }

    private String regex(Catalogue.Word word) {
        StringBuilder regex = new StringBuilder("^\\$\\{" + word.word() + "\\." + word.method() + "\\(key");
        word.parameters()
                .forEach(it -> regex.append(", ?")
                        .append(
                                it.name().equals("ladder")
                                        ? "'(" + String.join("|", catalogue.ladders()) + ")'"
                                        : it.type().equals("text") ? "'\\w+'" : "\\d+"));
        return regex.append("\\)\\}$").toString();
    }

    /** Single roles, and the groups of them that the shipped plan asks. */
    private List<String> roles() {
        TreeSet<String> groups = new TreeSet<>();
        plan.of(Element.Kind.USER).map(step -> String.join(",", step.roles())).forEach(groups::add);
        groups.removeAll(catalogue.roles());
        return Stream.concat(catalogue.roles().stream(), groups.stream()).toList();
    }

    private List<Map<String, Object>> choices(String prefix, List<String> values) {
        return values.stream()
                .map(value -> choice(
                        prefix.isEmpty()
                                ? value
                                : String.join(
                                        "・",
                                        Stream.of(value.split(","))
                                                .map(it -> both(prefix + it, it))
                                                .toList()),
                        value))
                .toList();
    }

    private String both(String key, String otherwise) {
        return japanese.getProperty(key, otherwise) + " / " + english.getProperty(key, otherwise);
    }

    private static Map<String, Object> template(
            String id, String name, List<String> appliesTo, List<Object> properties) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("name", "Noroshi: " + name);
        template.put("id", "dev.noroshi." + id);
        template.put("version", 1);
        template.put("appliesTo", appliesTo);
        template.put("properties", properties);
        return template;
    }

    private static List<Map<String, Object>> names() {
        return List.of(
                text("名前 / name", sorted("type", "property", "name", "name")),
                optional(text("英語の名前 / English name", extra("nameEn"))));
    }

    private static List<Map<String, Object>> policy() {
        return List.of(
                optional(text("根拠 / basis", extra("policy"))),
                optional(text("根拠の英語 / basis in English", extra("policyEn"))),
                optional(text("義務 / duties", extra("duty"))));
    }

    private static Map<String, Object> text(String label, Map<String, String> binding) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("label", label);
        property.put("type", "String");
        property.put("binding", binding);
        return property;
    }

    private static Map<String, Object> dropdown(
            String label, Map<String, String> binding, List<Map<String, Object>> choices) {
        Map<String, Object> property = text(label, binding);
        property.put("type", "Dropdown");
        property.put("choices", choices);
        return property;
    }

    private static Map<String, Object> hidden(Map<String, String> binding, Object value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", "Hidden");
        property.put("value", value);
        property.put("binding", binding);
        return property;
    }

    private static Map<String, Object> pattern(Map<String, Object> property, String regex, String message) {
        property.put("constraints", Map.of("pattern", ordered("value", regex, "message", message)));
        return property;
    }

    private static Map<String, Object> required(Map<String, Object> property) {
        property.put("constraints", Map.of("notEmpty", true));
        return property;
    }

    private static Map<String, Object> optional(Map<String, Object> property) {
        property.put("optional", true);
        return property;
    }

    private static Map<String, Object> choice(String name, String value) {
        return ordered("name", name, "value", value);
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private static Map<String, String> extra(String name) {
        return sorted("type", "camunda:property", "name", name);
    }

    private static Map<String, String> expression() {
        return sorted("type", "property", "name", "camunda:expression");
    }

    private static Map<String, String> sorted(String first, String one, String second, String other) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.filter(it -> it.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
