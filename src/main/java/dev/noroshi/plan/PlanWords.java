package dev.noroshi.plan;

import dev.noroshi.plan.check.Catalogue;
import dev.noroshi.workflow.EditionInfo;
import dev.noroshi.workflow.ModelNames;
import dev.noroshi.workflow.ModelNames.Named;
import dev.noroshi.workflow.Processes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The names of the plan's elements in the reader's language. */
@Component("planWords")
public class PlanWords {

    /** Message keys of what may stand behind a step's name: segments, and bodies outside. */
    private static final List<String> SUBJECTS = subjects(Catalogue.shipped());

    private static final List<String> ORDER = List.of(
            "incident-response",
            "detect",
            "triage",
            "contain",
            "report",
            "crisis",
            "recover",
            "review",
            "escalation",
            "external-report",
            "follow-up",
            "roster-confirmation");

    private final Processes processes;
    private final ModelNames models;
    private final MessageSource messages;
    private final Map<Named, String> english = new ConcurrentHashMap<>();
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    PlanWords(Processes processes, ModelNames models, MessageSource messages) {
        this.messages = messages;
        this.processes = processes;
        this.models = models;
    }

    /**
     * The model's own name is Japanese, and what counts: the English one is given where a model has one beside just this
     * name, so that a step renamed in a revised edition never goes by its old name.
     *
     * @param name empty for an element without one, which has none in English either
     */
    public String of(String element, String name) {
        return of(element, name, LocaleContextHolder.getLocale());
    }

    /** The same for a reader of this language. */
    public String of(String element, String name, Locale reader) {
        if (name.isEmpty() || !isEnglish(reader)) {
            return name;
        }
        Named asked = new Named(element, name);
        @Nullable String known = english.get(asked);
        if (known == null && !english.containsKey(new Named(element, unmarked(name)))) {
            readNewEditions();
            known = english.get(asked);
        }
        if (known == null) {
            known = messages.getMessage("task.name." + element, null, null, reader);
        }
        return known == null ? ofTwin(element, name, reader) : known;
    }

    private static List<String> subjects(Catalogue catalogue) {
        return Stream.concat(
                        catalogue.segments().stream().map(key -> "incident.segment." + key),
                        catalogue.addressees().stream()
                                .flatMap(key -> Stream.of(key, key.replaceFirst("^ppc-.*", "ppc") + "-follow-up"))
                                .map(key -> "form.confirmReports.reports." + key))
                .distinct()
                .toList();
    }

    /** A step that waits once for each segment, or for each body outside, carries that name behind its own. */
    private String ofTwin(String element, String name, Locale reader) {
        String own = unmarked(name);
        if (own.equals(name)) {
            return name;
        }
        @Nullable String known = english.get(new Named(element, own));
        String label = name.substring(own.length() + 1, name.length() - 1);
        return SUBJECTS.stream()
                .filter(key -> label.equals(messages.getMessage(key, null, "", Locale.JAPANESE)))
                .map(key -> (known == null ? own : known) + " [" + messages.getMessage(key, null, label, reader) + "]")
                .findFirst()
                .orElse(name);
    }

    private static String unmarked(String name) {
        int mark = name.lastIndexOf("［");
        return mark < 0 || !name.endsWith("］") ? name : name.substring(0, mark);
    }

    /** A model's name in the reader's language; the key of one that only a city's own plan has. */
    public String model(String process) {
        return model(process, LocaleContextHolder.getLocale());
    }

    /** The same for a reader of this language. */
    public String model(String process, Locale reader) {
        return Objects.requireNonNullElse(messages.getMessage("plan.model." + process, null, process, reader), process);
    }

    /** The names of an edition's models by their keys: in the plan's order, then those that only this edition has. */
    public Map<String, String> models(String edition) {
        Map<String, String> named = processes.models(edition);
        Map<String, String> ordered = new LinkedHashMap<>();
        ORDER.stream().filter(named::containsKey).forEach(key -> ordered.put(key, model(key)));
        new TreeMap<>(named).forEach((key, name) -> ordered.putIfAbsent(key, of(key, name)));
        return ordered;
    }

    /** A model's diagram in the reader's language. */
    public String diagram(String model) {
        return isEnglish(LocaleContextHolder.getLocale()) ? models.inEnglish(model) : model;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private synchronized void readNewEditions() {
        for (EditionInfo edition : processes.editions()) {
            if (!read.contains(edition.id())) {
                models.english(edition.id()).forEach(english::putIfAbsent);
                read.add(edition.id());
            }
        }
    }
}
