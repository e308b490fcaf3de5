package dev.noroshi.workflow;

import java.util.List;
import java.util.Map;

/**
 * What a step asks a person and where the answers go. The package that owns the facts implements it as a bean; a model
 * names it in the property {@code form}. A step without the property uses {@code confirmation}.
 */
public interface Form {

    /** The name that models use. */
    String key();

    List<Field> fields(Step step);

    /**
     * Stores the answers, in the transaction that completes the step. The values fit the fields (checked before): Java types
     * as in {@link Field#value()}; a field that was not answered is absent. The person is {@code Actors.current()}.
     *
     * @throws RuntimeException a {@code Problem} when the answers cannot be so together; nothing is then stored
     */
    void store(Step step, Map<String, Object> values);

    /**
     * What tells the step from its twins of the same case, such as the body that a report is for: a message key whose text
     * stands behind the step's name; empty where the step has no twins.
     */
    default String subject(Step step) {
        return "";
    }

    /** What a person must have read to fill it in, plain text in lines, such as what is to be approved; empty for nothing. */
    default String about(Step step) {
        return "";
    }
}
