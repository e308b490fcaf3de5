package dev.noroshi.web;

import java.util.List;

/** Input that says something impossible; names each field and what to do about it. */
public class InvalidInput extends Problem {

    public InvalidInput(List<FieldError> fields) {
        super(Kind.INVALID, "input.invalid", fields);
    }

    public InvalidInput(String field, String code, Object... arguments) {
        this(List.of(new FieldError(field, code, arguments)));
    }
}
