package dev.noroshi.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Marks a bean that models may call, as {@code ${value.method(key)}}: nothing else of the application is visible to an
 * expression. Public class, public methods, first parameter the business key.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface PlanVocabulary {
    /** The word in models. */
    @org.springframework.core.annotation.AliasFor(annotation = Component.class, attribute = "value")
    String value();
}
