package dev.noroshi.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The system's Chromium, started once for a test run. Without one the tests are skipped, and say so; where {@code
 * NOROSHI_BROWSER=required} they fail instead.
 */
final class Chromium implements ExecutionCondition {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Path> found = program();
        if (found.isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium: " + found.get());
        }
        String missing = "No Chromium on the PATH (" + String.join(", ", NAMES) + ")";
        if ("required".equals(System.getenv("NOROSHI_BROWSER"))) {
            throw new IllegalStateException(missing + ", and NOROSHI_BROWSER=required.");
        }
        System.err.println("\n*** " + missing + ": " + context.getDisplayName() + " is SKIPPED. ***\n");
        return ConditionEvaluationResult.disabled(missing);
    }

    static Browser browser() {
        return Running.IT;
    }

    static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Started when a test first asks. */
    private static final class Running {

        private static final Browser IT = start();

        private static Browser start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program().orElseThrow())
                            .setArgs(Arrays.asList("--no-sandbox", "--disable-background-networking")));
        }
    }
}
