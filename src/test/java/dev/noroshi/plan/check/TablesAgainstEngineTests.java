package dev.noroshi.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check decides tables as the engine does: row for row, null and all. */
class TablesAgainstEngineTests {

    private static final int SAMPLES = 100;

    private final List<String> hit = new ArrayList<>();
    private final Map<String, DmnDecision> parsed = new HashMap<>();
    private final DmnEngine engine = engine();

    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::decided));
        return configuration.buildEngine();
    }

    private void decided(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(hit::add);
    }

    static Stream<String> tables() {
        return ShippedPlan.copy().files().contents().keySet().stream()
                .filter(file -> file.endsWith(".dmn"))
                .map(file -> file.replace(".dmn", ""));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theShippedTablesAnswerAsTheEngineSays(String table) {
        String text = ShippedPlan.copy().text(table + ".dmn");
        TableWords words = TableWords.of(table, Catalogue.shipped()).orElseThrow();
        DecisionGrid grid = grid(text);
        Map<String, List<@Nullable Object>> space = FactSpace.of(grid, words).values();
        Random random = new Random(7);
        for (int i = 0; i < SAMPLES; i++) {
            Map<String, @Nullable Object> facts = new HashMap<>();
            words.facts().keySet().forEach(fact -> facts.put(fact, null));
            space.forEach((fact, values) -> facts.put(fact, values.get(random.nextInt(values.size()))));
            requireSame(text, table, grid, facts);
        }
    }

    @Test
    void everyKindOfCellIsReadAsTheEngineReadsIt() {
        List<String> cells = List.of(
                "5",
                "1,5",
                "<5",
                "<=5",
                ">5",
                ">=5",
                "[1..5]",
                "]1..5[",
                "(1..5)",
                "[1..5[",
                "(1..5]",
                "not(5)",
                "not(1,5)",
                "not([1..5])",
                "null",
                "not(null)",
                "-",
                "",
                "<3,>7",
                "null,5",
                "-1",
                ">-1");
        String rows = rows(cells);
        String text = document("long", "n", rows);
        DecisionGrid grid = grid(text);
        for (Long number : Arrays.asList(null, -1L, 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)) {
            Map<String, @Nullable Object> facts = new HashMap<>();
            facts.put("n", number);
            requireSame(text, "probe", grid, facts);
        }
    }

    @Test
    void everyKindOfTextAndAnswerIsReadAsTheEngineReadsIt() {
        List<String> cells =
                List.of("\"a\"", "\"a\",\"b\"", "not(\"a\")", "not(\"a\",\"b\")", "null", "not(null)", "null,\"a\"");
        String text = document("string", "s", rows(cells));
        for (String value : Arrays.asList(null, "a", "b", "c", "")) {
            Map<String, @Nullable Object> facts = new HashMap<>();
            facts.put("s", value);
            requireSame(text, "probe", grid(text), facts);
        }
        for (String input : List.of(
                "(s = \"a\" or t = \"b\") and s != \"c\"",
                "if s = null or t = null then false else s = t",
                "not(s = \"a\")",
                "s = null and t != null")) {
            String asked = document("boolean", input, rows(List.of("true", "false", "null", "-")));
            for (String s : Arrays.asList(null, "a", "b", "c")) {
                for (String t : Arrays.asList(null, "a", "b", "c")) {
                    Map<String, @Nullable Object> facts = new HashMap<>();
                    facts.put("s", s);
                    facts.put("t", t);
                    requireSame(asked, "probe", grid(asked), facts);
                }
            }
        }
    }

    private void requireSame(String text, String table, DecisionGrid grid, Map<String, ?> facts) {
        hit.clear();
        DmnDecision decision = parsed.computeIfAbsent(
                text, it -> engine.parseDecision(table, new ByteArrayInputStream(it.getBytes(StandardCharsets.UTF_8))));
        engine.evaluateDecisionTable(decision, new HashMap<>(facts));
        Set<String> ours = grid.decide(facts).stream()
                .mapToObj(row -> grid.table().rows().get(row).node().id())
                .collect(Collectors.toCollection(TreeSet::new));
        if (grid.table().policy().equals("FIRST")) {
            assertThat(grid.decide(facts).stream()
                            .limit(1)
                            .mapToObj(row -> grid.table().rows().get(row).node().id()))
                    .as("%s", facts)
                    .containsExactlyElementsOf(hit);
        } else {
            assertThat(ours).as("%s", facts).containsExactlyInAnyOrderElementsOf(new TreeSet<>(hit));
        }
    }

    private static DecisionGrid grid(String text) {
        XmlNode root = new XmlReader(new Findings())
                .read("a.dmn", text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        Findings findings = new Findings();
        DecisionGrid grid = DecisionGrid.read(TableReader.tables("a.dmn", root).get(0), findings);
        assertThat(findings.all()).isEmpty();
        return Objects.requireNonNull(grid);
    }

    private static String rows(List<String> cells) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).replace("<", "&lt;").replace(">", "&gt;");
            rows.append("<rule id=\"r%d\"><inputEntry id=\"i%d\"><text>%s</text></inputEntry>".formatted(i, i, cell))
                    .append("<outputEntry id=\"o%d\"><text>%d</text></outputEntry></rule>".formatted(i, i));
        }
        return rows.toString();
    }

    private static String document(String type, String input, String rows) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                <decision id="probe" name="probe"><decisionTable id="t" hitPolicy="COLLECT">
                <input id="in"><inputExpression id="e" typeRef="%s"><text>%s</text></inputExpression></input>
                <output id="out" name="out" typeRef="long"/>%s</decisionTable></decision></definitions>
                """.formatted(type, input, rows);
    }
}
