package dev.noroshi.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped plan keeps to every rule, and every rule says what is wrong in both languages. */
class PlanCheckTests {

    private static final Pattern RULE = Pattern.compile("\"([a-z]+\\.[a-z][a-z-]*)\"");

    @Test
    void theShippedPlanHasNoFinding() {
        assertThat(new PlanCheck().check(ShippedPlan.copy().files())).isEmpty();
    }

    @Test
    void everyRuleHasItsWordsInBothLanguages() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/noroshi/plan/check"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                RULE.matcher(Files.readString(source)).results().forEach(it -> rules.add(it.group(1)));
            }
        }
        rules.removeIf(rule -> rule.startsWith("plan.") || rule.startsWith("messages."));

        assertThat(rules).hasSizeGreaterThan(20).allSatisfy(rule -> {
            Finding finding = new Finding(rule, Finding.Severity.ERROR, "", 0, "", "", "", java.util.List.of());
            for (Locale language : Set.of(Locale.JAPANESE, Locale.ENGLISH)) {
                assertThat(finding.what(language)).isNotBlank();
                assertThat(finding.whatToDo(language)).isNotBlank();
            }
        });
    }
}
