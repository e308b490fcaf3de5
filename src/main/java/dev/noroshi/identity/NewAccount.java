package dev.noroshi.identity;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem.FieldError;
import dev.noroshi.web.TextRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What an account is made of. */
public record NewAccount(String name, String displayName, String password, boolean administrator, boolean demo) {

    private static final int SHORTEST_PASSWORD = 12;
    /** BCrypt reads no further. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    public NewAccount {
        List<FieldError> errors = new ArrayList<>();
        if (!name.matches("[a-z0-9][a-z0-9._-]{1,62}") || name.equals("system")) {
            errors.add(new FieldError("name", "accountName"));
        }
        if (TextRules.isBlank(displayName) || displayName.length() > 100) {
            errors.add(new FieldError("displayName", "length", 1, 100));
        }
        if (!isAcceptable(password)) {
            errors.add(new FieldError("password", "password", SHORTEST_PASSWORD));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    static String requireAcceptable(String password) {
        if (!isAcceptable(password)) {
            throw new InvalidInput("password", "password", SHORTEST_PASSWORD);
        }
        return password;
    }

    private static boolean isAcceptable(String password) {
        return password.codePointCount(0, password.length()) >= SHORTEST_PASSWORD
                && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD_BYTES;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "NewAccount[" + name + "]";
    }
}
