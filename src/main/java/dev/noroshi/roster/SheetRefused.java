package dev.noroshi.roster;

import dev.noroshi.web.Problem;
import java.util.List;

/** The file has errors; nothing of it was taken. */
public class SheetRefused extends Problem {

    SheetRefused(List<SheetError> errors) {
        super(
                Kind.INVALID,
                "roster.sheet-refused",
                errors.stream().map(SheetRefused::field).toList());
    }

    private static FieldError field(SheetError error) {
        String column = error.column() == null ? "" : "." + error.column();
        return new FieldError(
                error.line() == 0 ? "file" : error.line() + column,
                error.code(),
                error.arguments().toArray());
    }
}
