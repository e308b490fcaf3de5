package dev.noroshi.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.identity.Roles;
import dev.noroshi.incident.IncidentTypes;
import dev.noroshi.reporting.Addressees;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.PlanVocabulary;
import dev.noroshi.workflow.Step;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the written vocabulary to the code. After a change of the code, write it anew: {@code ./mvnw test
 * -Dtest=VocabularyTests -Dnoroshi.write=true}.
 */
class VocabularyTests {

    private static final Path FILE = Path.of("src/main/resources/plan/vocabulary.json");
    private static final CodeSource PRODUCT =
            PlanCheck.class.getProtectionDomain().getCodeSource();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void theWrittenVocabularyIsThatOfTheCode() throws Exception {
        Catalogue code = new Catalogue(
                Roles.ALL.stream().filter(role -> !role.equals(Roles.ADMIN)).toList(),
                words(),
                forms(),
                CodeWords.messages(),
                runbooks(),
                Stream.concat(IncidentTypes.PLAIN.stream(), IncidentTypes.FURTHER.stream())
                        .toList(),
                IncidentTypes.SEGMENTS,
                IncidentTypes.DATA,
                Addressees.KEYS,
                shipped("time-targets", "target"),
                shipped("escalation", "ladder"));
        String text = JSON.writeValueAsString(code).replace("\r\n", "\n") + "\n";

        if (Boolean.getBoolean("noroshi.write")) {
            Files.writeString(FILE, text);
        }

        assertThat(Files.readString(FILE))
                .as("write it anew: ./mvnw test -Dtest=VocabularyTests -Dnoroshi.write=true")
                .isEqualTo(text);
    }

    @Test
    void theCodeStartsTheModelsThatEveryPlanMustHave() {
        assertThat(CodeWords.startedModels()).containsExactlyInAnyOrderElementsOf(Keys.STARTED.keySet());
    }

    @Test
    void theCodeMovesTheTimersThatThosePlansMustHave() {
        assertThat(CodeWords.rescheduledTimers())
                .containsExactlyInAnyOrderElementsOf(MessageRule.MOVED.values().stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Catalogue.Word> words() {
        return classes(new AnnotationTypeFilter(PlanVocabulary.class)).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(VocabularyTests::word)
                .sorted(Comparator.comparing(Catalogue.Word::word).thenComparing(Catalogue.Word::method))
                .toList();
    }

    private static Catalogue.Word word(Method method) {
        Class<?> type = method.getDeclaringClass();
        List<Catalogue.Parameter> parameters = Arrays.stream(method.getParameters())
                .skip(1)
                .map(it -> new Catalogue.Parameter(it.getName(), it.getType() == String.class ? "text" : "number"))
                .toList();
        String key = Optional.ofNullable(method.getAnnotation(KeyOf.class))
                .or(() -> Optional.ofNullable(type.getAnnotation(KeyOf.class)))
                .map(KeyOf::value)
                .orElse("incident");
        String word = type.getAnnotation(PlanVocabulary.class).value();
        return new Catalogue.Word(word, method.getName(), use(method), key, parameters);
    }

    private static Catalogue.Use use(Method method) {
        return switch (method.getReturnType().getSimpleName()) {
            case "void" -> Catalogue.Use.ACTION;
            case "boolean" -> Catalogue.Use.QUESTION;
            case "Date" -> Catalogue.Use.DATE;
            case "List" -> Catalogue.Use.LIST;
            default -> throw new AssertionError(method + " gives what no model can use");
        };
    }

    /** Only the shape of each form is asked for, and that depends on no case: what is behind it may be empty. */
    private static List<Catalogue.FormWords> forms() throws ReflectiveOperationException {
        List<Catalogue.FormWords> forms = new java.util.ArrayList<>();
        for (Class<?> type : classes(new AssignableTypeFilter(Form.class))) {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] nothing = Arrays.stream(constructor.getParameterTypes())
                    .map(it -> Mockito.mock(it, Mockito.RETURNS_MOCKS))
                    .toArray();
            Form form = (Form) constructor.newInstance(nothing);
            Step step = new Step("", "", "", "", "R8-0001", "", Set.of(), Map.of());
            forms.add(new Catalogue.FormWords(
                    form.key(),
                    Optional.ofNullable(type.getAnnotation(KeyOf.class))
                            .map(KeyOf::value)
                            .orElse("incident"),
                    form.fields(step).stream().map(VocabularyTests::field).toList()));
        }
        forms.sort(Comparator.comparing(Catalogue.FormWords::key));
        return forms;
    }

    private static Catalogue.FieldWords field(Field field) {
        return new Catalogue.FieldWords(
                field.name(), field.type().name().toLowerCase(Locale.ROOT), field.required(), field.options());
    }

    private static List<String> shipped(String table, String input) {
        return new FileRules(new Findings())
                .read(ShippedPlan.copy().files()).table(table).stream()
                        .flatMap(it -> Cells.textsOf(it, input).stream())
                        .toList();
    }

    @Test
    void everyWordIsExplainedInBothLanguages() throws IOException {
        Catalogue shipped = Catalogue.shipped();
        for (String language : List.of("ja", "en")) {
            Properties texts = new Properties();
            texts.load(Files.newBufferedReader(
                    Path.of("src/main/resources/messages/vocabulary_" + language + ".properties")));
            assertThat(shipped.words())
                    .allSatisfy(word -> assertThat(
                                    texts.getProperty("vocabulary.word." + word.word() + "." + word.method()))
                            .as(word.form())
                            .isNotBlank());
            Stream.of(
                            shipped.messages().stream().map(it -> "message." + it.name()),
                            shipped.targets().stream().map("target."::concat),
                            shipped.ladders().stream().map("ladder."::concat),
                            shipped.forms().stream().map(it -> "form." + it.key()),
                            TableCatalogue.of(shipped).stream().map(it -> "table." + it.key()))
                    .flatMap(it -> it)
                    .forEach(key -> assertThat(texts.getProperty("vocabulary." + key))
                            .as("the meaning of " + key + " in vocabulary_" + language + ".properties")
                            .isNotBlank());
        }
    }

    private static List<String> runbooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("runbooks/incident"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".ja.md"))
                    .map(file -> file.replace(".ja.md", ""))
                    .sorted()
                    .toList();
        }
    }

    private static List<Class<?>> classes(TypeFilter filter) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(filter);
        return scan.findCandidateComponents("dev.noroshi").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .map(VocabularyTests::load)
                .filter(type -> type.getProtectionDomain().getCodeSource().equals(PRODUCT))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
