package dev.noroshi.plan.check;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code check-plan DIR [--json] [--roster FILE] [--lang ja|en]}: checks the files of a folder (or a zip) without starting the
 * application. What it finds goes to standard output; 0 when there is nothing to find, 1 otherwise.
 */
public final class CheckPlanCommand {

    public static final String NAME = "check-plan";

    private final PrintStream out;
    private final Locale language;

    private CheckPlanCommand(PrintStream out, Locale language) {
        this.out = out;
        this.language = language;
    }

    /** @param language of the words */
    private record Options(
            @Nullable String folder, boolean json, @Nullable String roster, Locale language, boolean understood) {

        private static Options of(List<String> words) {
            List<String> folders = new ArrayList<>();
            boolean json = false;
            boolean understood = true;
            @Nullable String roster = null;
            Locale language = Locale.JAPANESE;
            Iterator<String> rest = words.stream()
                    .flatMap(word -> Arrays.stream(word.startsWith("--") ? word.split("=", 2) : new String[] {word}))
                    .iterator();
            while (rest.hasNext()) {
                String word = rest.next();
                if (word.equals("--json")) {
                    json = true;
                } else if (word.equals("--roster") && rest.hasNext()) {
                    roster = rest.next();
                } else if (word.equals("--lang") && rest.hasNext()) {
                    language = rest.next().equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
                } else if (word.startsWith("--")) {
                    understood = false;
                } else {
                    folders.add(word);
                }
            }
            return new Options(
                    folders.isEmpty() ? null : folders.get(0),
                    json,
                    roster,
                    language,
                    understood && folders.size() == 1);
        }
    }

    /** As {@link #run}, on standard output, in UTF-8 where the machine's own letters know no Japanese. */
    public static int main(List<String> words) {
        Charset machine = Charset.defaultCharset();
        boolean knows = !words.contains("--json")
                && machine.canEncode()
                && machine.newEncoder().canEncode("計画");
        try (PrintStream out = new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, knows ? machine : StandardCharsets.UTF_8)) {
            return run(words, out);
        }
    }

    /**
     * @param words what follows the command's name
     * @return the exit code
     */
    public static int run(List<String> words, PrintStream out) {
        Options options = Options.of(words);
        CheckPlanCommand command = new CheckPlanCommand(out, options.language());
        if (!options.understood() || options.folder() == null) {
            return command.say("usage");
        }
        return command.check(options, options.folder());
    }

    private int check(Options options, String folder) {
        PlanFiles files;
        try {
            Path path = Path.of(folder);
            files = Files.isRegularFile(path) ? zip(path) : PlanFiles.in(path);
        } catch (IOException | InvalidPathException | SecurityException unreadable) {
            return refuse(options, "unreadable", folder);
        }
        Optional<People> people = Optional.empty();
        if (options.roster() != null) {
            try {
                people = Optional.of(RosterFile.read(Path.of(options.roster())));
            } catch (IOException | InvalidPathException | RosterFile.Unreadable unreadable) {
                return refuse(options, "roster", options.roster(), String.valueOf(unreadable.getMessage()));
            }
        }
        List<Finding> findings = new PlanCheck().check(files, people);
        if (options.json()) {
            out.println(json(Map.of("findings", shown(findings))));
        } else {
            words(findings, files);
        }
        return findings.isEmpty() ? 0 : 1;
    }

    /** What keeps the check from being made. */
    private int refuse(Options options, String word, String... arguments) {
        String words = new java.text.MessageFormat(word(word), Locale.ROOT).format(arguments);
        out.println(options.json() ? json(Map.of("findings", List.of(), "error", words)) : words);
        return 1;
    }

    private static PlanFiles zip(Path file) throws IOException {
        try (java.io.InputStream content = Files.newInputStream(file)) {
            return PlanFiles.unzipped(content);
        }
    }

    private void words(List<Finding> findings, PlanFiles files) {
        for (Finding finding : findings) {
            String line = finding.line() > 0 ? ":" + finding.line() : "";
            String element = finding.element().isEmpty()
                    ? ""
                    : " " + finding.elementName(language)
                            + (finding.elementName(language).equals(finding.element())
                                    ? ""
                                    : " (" + finding.element() + ")");
            out.println(word(finding.isError() ? "error" : "warning") + " " + finding.file() + line + element);
            out.println("  " + finding.what(language));
            out.println("  → " + finding.whatToDo(language) + " [" + finding.rule() + "]");
        }
        if (findings.isEmpty()) {
            say("none", String.valueOf(files.contents().size()));
        } else {
            long errors = findings.stream().filter(Finding::isError).count();
            say("some", String.valueOf(errors), String.valueOf(findings.size() - errors));
        }
    }

    private List<Map<String, Object>> shown(List<Finding> findings) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Finding finding : findings) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", finding.rule());
            one.put("severity", finding.isError() ? "error" : "warning");
            one.put("file", finding.file());
            one.put("line", finding.line());
            one.put("element", finding.element());
            one.put("elementName", finding.elementName(language));
            one.put("what", finding.what(language));
            one.put("whatToDo", finding.whatToDo(language));
            all.add(one);
        }
        return all;
    }

    private static String json(Map<String, ?> answer) {
        return JsonMapper.builder().build().writeValueAsString(answer);
    }

    private int say(String word, String... arguments) {
        out.println(new java.text.MessageFormat(word(word), Locale.ROOT).format(arguments));
        return 1;
    }

    private String word(String key) {
        return ResourceBundle.getBundle("messages.check", language).getString("check.command." + key);
    }
}
