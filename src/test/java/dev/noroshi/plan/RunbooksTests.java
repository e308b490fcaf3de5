package dev.noroshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.identity.Roles;
import dev.noroshi.incident.IncidentTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The runbooks that ship, in both languages, and the table that chooses among them. */
class RunbooksTests {

    static final List<String> KEYS =
            IntStream.rangeClosed(0, 14).mapToObj("RB-%02d"::formatted).toList();
    static final List<String> TYPES = Stream.concat(IncidentTypes.PLAIN.stream(), IncidentTypes.FURTHER.stream())
            .toList();

    private static final List<String> PHASES = List.of("triage", "contain", "evidence", "report", "recover", "review");
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @Test
    void aFileOfEachRunbookStandsInBothLanguages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("runbooks/incident"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(KEYS.stream()
                            .flatMap(key -> Stream.of(key + ".ja.md", key + ".en.md"))
                            .toList());
        }
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    void japaneseAndEnglishKeepStep(String key) throws IOException {
        Runbook japanese = read(key, "ja");
        Runbook english = read(key, "en");

        assertThat(japanese.key()).isEqualTo(english.key()).isEqualTo(key);
        assertThat(japanese.title()).isNotBlank().isNotEqualTo(english.title());
        assertThat(japanese.types()).isEqualTo(english.types()).isNotEmpty();
        assertThat(japanese.roles()).isEqualTo(english.roles()).isNotEmpty().isSubsetOf(Roles.ALL);
        assertThat(phases(japanese)).isEqualTo(phases(english));
        assertThat(phases(japanese).stream().distinct()).containsExactlyElementsOf(PHASES);
        assertThat(japanese.phases()).isEqualTo(english.phases()).isEqualTo(PHASES);
    }

    /** A step says what to do, its hint what to mind; English holds no Japanese. */
    @ParameterizedTest
    @FieldSource("KEYS")
    void everyStepHasAHint(String key) throws IOException {
        assertThat(read(key, "ja").steps())
                .allSatisfy(step -> assertThat(step.html()).matches("(?s).*(ます|ません) — \\S.+"));
        assertThat(read(key, "en").steps())
                .allSatisfy(step -> assertThat(step.html())
                        .matches("(?s)\\S.+ — \\S.+")
                        .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]"));
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void typeIsServedByTheRunbookThatNamesIt(String type) throws IOException {
        InputStream table = RunbooksTests.class.getResourceAsStream("/bpmn/runbook.dmn");

        String chosen = ENGINE.evaluateDecision(ENGINE.parseDecision("runbook", table), Map.of("type", type))
                .getSingleResult()
                .getEntry("runbook");

        assertThat(KEYS.stream().filter(key -> typesOf(key).contains(type))).containsExactly(chosen);
    }

    @Test
    void runbooksNameOnlyTypesThatStaffCanChoose() {
        assertThat(KEYS.stream().flatMap(key -> typesOf(key).stream())).containsExactlyInAnyOrderElementsOf(TYPES);
    }

    private static List<String> typesOf(String key) {
        try {
            return read(key, "ja").types();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> phases(Runbook runbook) {
        return runbook.steps().stream().map(RunbookStep::phase).toList();
    }

    private static Runbook read(String key, String language) throws IOException {
        return new RunbookReader().read(Files.readString(Path.of("runbooks/incident", key + "." + language + ".md")));
    }
}
