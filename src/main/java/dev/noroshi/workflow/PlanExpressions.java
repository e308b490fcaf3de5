package dev.noroshi.workflow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * What an expression in a model can see: {@code key}, the element of a multi-instance, and the plan vocabulary, each word
 * with the public methods of its own class. A plan is uploaded content: no Java type, no other bean, no engine from here.
 */
class PlanExpressions extends JuelExpressionManager {

    private final Function<String, @Nullable Object> vocabulary;

    PlanExpressions(Function<String, @Nullable Object> vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    protected ELResolver createElResolver() {
        return new Words();
    }

    /** Functions too are engine internals ({@code currentUser()}, {@code now()}): none. */
    @Override
    public void addFunction(String name, Method function) {
        // The engine registers its own here; a plan may use none of them.
    }

    private final class Words extends ELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base != null) {
                throw new ProcessEngineException("the plan may not read '" + property + "' of a value");
            }
            context.setPropertyResolved(true);
            VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
            if ("key".equals(property)) {
                return keyOf(scope);
            }
            @Nullable Object word = vocabulary.apply(String.valueOf(property));
            if (word != null) {
                return word;
            }
            if (scope != null && scope.hasVariable(String.valueOf(property))) {
                return scope.getVariable(String.valueOf(property));
            }
            throw new ProcessEngineException("no word of the plan: '" + property + "'");
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, Object base, Object name, Class<?>[] types, Object @Nullable [] arguments) {
            Object[] given = arguments == null ? new Object[0] : arguments;
            Method method = Arrays.stream(base.getClass().getMethods())
                    .filter(m -> m.getName().equals(String.valueOf(name)) && m.getParameterCount() == given.length)
                    .filter(m -> base.getClass().isAnnotationPresent(PlanVocabulary.class)
                            && m.getDeclaringClass() == base.getClass())
                    .findFirst()
                    .orElseThrow(() -> new ProcessEngineException("no word of the plan: '" + name + "'"));
            context.setPropertyResolved(true);
            return call(method, base, converted(method, withItsKey(method, base, given)));
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return Object.class;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new ProcessEngineException("the plan may not set '" + property + "'");
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }

    private static @Nullable String keyOf(@Nullable VariableScope scope) {
        if (scope instanceof ExecutionEntity execution) {
            return execution.getProcessBusinessKey();
        }
        if (scope instanceof TaskEntity task) {
            return task.getExecution().getProcessBusinessKey();
        }
        throw new ProcessEngineException("'key' has no meaning here");
    }

    /** A word of the case is asked by the case's number, also where the model runs under the key of a part of the case. */
    private static Object[] withItsKey(Method method, Object word, Object[] given) {
        boolean ofItsOwn = AnnotationUtils.findAnnotation(method, KeyOf.class) != null
                || AnnotationUtils.findAnnotation(word.getClass(), KeyOf.class) != null;
        if (ofItsOwn || given.length == 0 || !(given[0] instanceof String key)) {
            return given;
        }
        Object[] fitting = given.clone();
        fitting[0] = BusinessKey.incidentIn(key).orElse(key);
        return fitting;
    }

    private static Object[] converted(Method method, Object[] given) {
        Object[] converted = given.clone();
        for (int i = 0; i < given.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (given[i] instanceof Number number && type == int.class) {
                converted[i] = number.intValue();
            } else if (given[i] instanceof Number number && type == long.class) {
                converted[i] = number.longValue();
            }
        }
        return converted;
    }

    private static @Nullable Object call(Method method, Object word, Object[] arguments) {
        try {
            return method.invoke(word, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ProcessEngineException("'" + method.getName() + "' failed", e.getCause());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new ProcessEngineException("'" + method.getName() + "' cannot be called so", e);
        }
    }
}
