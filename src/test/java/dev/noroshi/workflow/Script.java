package dev.noroshi.workflow;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The plan's vocabulary with the methods of the real words and answers that a test sets. A question without an answer
 * fails, so that no path depends on what nobody asked; what the plan does is written down.
 */
final class Script {

    private final Map<String, Object> words = new HashMap<>();
    private final Map<String, Object> answers = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final List<String> acts = new ArrayList<>();

    Script() {
        types().forEach((word, type) ->
                words.put(word, Mockito.mock(type, it -> said(word, it.getMethod(), it.getArguments()))));
    }

    /** The real vocabulary: each word with its class. */
    static Map<String, Class<?>> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(PlanVocabulary.class));
        return scanner.findCandidateComponents("dev.noroshi").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
                .filter(type -> !type.getName().contains("Tests"))
                .collect(Collectors.toMap(
                        type -> type.getAnnotation(PlanVocabulary.class).value(), type -> type));
    }

    @Nullable
    Object word(String name) {
        return words.get(name);
    }

    /** @param question such as {@code triage.isIncident} */
    void answer(String question, Object answer) {
        answers.put(question, answer);
    }

    /** The act fails so many times before it succeeds. */
    void fail(String act, int times) {
        failures.put(act, times);
    }

    /** What the plan did under the key, in order, such as {@code response.call ciso userTask_decideDetachment}. */
    List<String> acts(String key) {
        return acts.stream()
                .filter(act -> act.startsWith(key + " "))
                .map(act -> act.substring(key.length() + 1))
                .toList();
    }

    void forget() {
        answers.clear();
        failures.clear();
        acts.clear();
    }

    private @Nullable Object said(String word, Method method, Object[] arguments) {
        String name = word + "." + method.getName();
        if (method.getReturnType() != void.class) {
            Object answer = answers.get(name);
            if (answer == null) {
                throw new IllegalStateException("no answer to " + name + Arrays.toString(arguments));
            }
            return answer instanceof LevelQuestion level ? level.test((Long) arguments[1]) : answer;
        }
        acts.add(arguments[0] + " " + name + rest(arguments));
        if (failures.merge(name, -1, Integer::sum) >= 0) {
            throw new IllegalStateException(name + " fails this time");
        }
        return null;
    }

    private static String rest(Object[] arguments) {
        return Arrays.stream(arguments).skip(1).map(it -> " " + it).collect(Collectors.joining());
    }

    /** {@code incident.atLeast} of a case with a level. */
    record LevelQuestion(long level) implements Predicate<Long> {
        @Override
        public boolean test(Long asked) {
            return level >= asked;
        }
    }
}
