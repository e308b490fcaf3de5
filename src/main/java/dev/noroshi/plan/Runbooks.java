package dev.noroshi.plan;

import dev.noroshi.workflow.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/** The procedures that ship with the plan; which one helps in a case is a table of the plan. */
@Service
public class Runbooks {

    private final Processes processes;
    private final Map<String, Map<String, Runbook>> byLanguage = new HashMap<>();

    Runbooks(Processes processes) {
        this.processes = processes;
        byLanguage.put("ja", read("ja"));
        byLanguage.put("en", read("en"));
    }

    private static Map<String, Runbook> read(String language) {
        Map<String, Runbook> runbooks = new TreeMap<>();
        RunbookReader reader = new RunbookReader();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:runbooks/incident/*." + language + ".md")) {
                Runbook runbook = reader.read(file.getContentAsString(StandardCharsets.UTF_8));
                runbooks.put(runbook.key(), runbook);
            }
            return runbooks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All, by key, in the language of the locale. */
    public List<Runbook> all(Locale locale) {
        return List.copyOf(in(locale).values());
    }

    public Optional<Runbook> find(String key, Locale locale) {
        @Nullable Runbook runbook = in(locale).get(key);
        return Optional.ofNullable(runbook);
    }

    /** The key of the runbook that an edition names for a type of incident. */
    public Optional<String> runbookFor(String type, String edition) {
        return processes.decide("runbook", edition, Map.of("type", type)).stream()
                .map(row -> row.get("runbook"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    private Map<String, Runbook> in(Locale locale) {
        return locale.getLanguage().equals("en")
                ? byLanguage.getOrDefault("en", Map.of())
                : byLanguage.getOrDefault("ja", Map.of());
    }
}
