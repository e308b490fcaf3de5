package dev.noroshi.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the key names that a word of the plan takes, where it is not a case: {@code call}, {@code report}, {@code measure}, {@code segment} (a segment of a
 * case, or the whole case) or {@code roster} (a period of the roster). Any other word gets the number of the case to which the key belongs. On a method, or
 * on the class for all of its methods.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface KeyOf {
    String value();
}
