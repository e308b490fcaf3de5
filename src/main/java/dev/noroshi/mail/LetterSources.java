package dev.noroshi.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Where letters come from: the city's folder, else what ships. A letter of the folder that the check refuses is not used:
 * the one that ships is sent instead, because a mistake in a text must not silence an alarm. It is said in the log at the
 * start and whenever the file changes, on the page of letters, and on the page of the installation.
 */
@Component
class LetterSources {

    private static final Logger log = LoggerFactory.getLogger(LetterSources.class);

    private final @Nullable Path folder;
    private final Map<String, String> shipped;
    private final Map<String, Own> own = new ConcurrentHashMap<>();

    LetterSources(MailSettings settings) {
        this.folder = settings.letters();
        this.shipped = shipped();
    }

    /** What was found in a file of the city's when it was read. */
    private record Own(
            FileTime changed, long size, @Nullable String text, List<LetterProblem> problems) {}

    /** The names of all letters, such as {@code call-decide}. */
    List<String> names() {
        return shipped.keySet().stream()
                .filter(file -> file.endsWith("_ja.txt"))
                .map(file -> file.replace("_ja.txt", ""))
                .toList();
    }

    String source(String template, Locale locale) {
        String file = file(template, locale);
        String ships = shipped.get(file);
        if (ships == null) {
            throw new IllegalArgumentException("not a letter's name: " + template);
        }
        return Objects.requireNonNullElse(ownText(file), ships);
    }

    /** The text that ships. */
    String shipped(String template, Locale locale) {
        return shipped.getOrDefault(file(template, locale), "");
    }

    /** Whether the city's own text is used. */
    boolean isOwn(String template, Locale locale) {
        return ownText(file(template, locale)) != null;
    }

    static String file(String template, Locale locale) {
        return template + (locale.getLanguage().equals("ja") ? "_ja" : "_en") + ".txt";
    }

    /** Everything in the city's folder that is not used, and why. */
    List<LetterProblem> problems() {
        if (folder == null) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            return List.of(new LetterProblem(folder.toString(), 0, "folder", ""));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<LetterProblem> problems = new ArrayList<>();
            files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith("."))
                    .sorted()
                    .forEach(file -> problems.addAll(
                            shipped.containsKey(file)
                                    ? read(file, folder).problems()
                                    : List.of(new LetterProblem(file, 0, "unknown", ""))));
            return problems;
        } catch (IOException e) {
            return List.of(new LetterProblem(folder.toString(), 0, "folder", ""));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayAtStart() {
        problems().stream()
                .filter(problem -> !shipped.containsKey(problem.file()))
                .forEach(LetterSources::say);
    }

    private @Nullable String ownText(String file) {
        return folder == null || !Files.exists(folder.resolve(file))
                ? null
                : read(file, folder).text();
    }

    /** Anew only when the file has changed. */
    private Own read(String file, Path from) {
        Path path = from.resolve(file);
        try {
            FileTime changed = Files.getLastModifiedTime(path);
            long size = Files.size(path);
            Own before = own.get(file);
            if (before != null && before.changed().equals(changed) && before.size() == size) {
                return before;
            }
            byte[] content = Files.readAllBytes(path);
            List<LetterProblem> problems = LetterCheck.check(file, content, shipped.getOrDefault(file, ""));
            Own read = new Own(changed, size, problems.isEmpty() ? LetterCheck.text(content) : null, problems);
            if (own.put(file, read) != before || before == null) {
                problems.forEach(LetterSources::say);
            }
            return read;
        } catch (IOException e) {
            return new Own(FileTime.fromMillis(0), -1, null, List.of(new LetterProblem(file, 0, "unreadable", "")));
        }
    }

    private static void say(LetterProblem problem) {
        log.error(
                "The city's letter {} is not used, line {}: {} {}",
                problem.file(),
                problem.line(),
                problem.code(),
                problem.detail());
    }

    private static Map<String, String> shipped() {
        Map<String, String> texts = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:letters/*.txt")) {
                texts.put(
                        Objects.requireNonNull(file.getFilename()),
                        file.getContentAsString(StandardCharsets.UTF_8).replace("\r", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("letters", e);
        }
        return texts;
    }
}
