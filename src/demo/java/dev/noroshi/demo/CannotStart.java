package dev.noroshi.demo;

import org.jspecify.annotations.Nullable;

/** The embedded default cannot start, for a reason that the person at the keyboard can remove. */
class CannotStart extends RuntimeException {

    CannotStart(String japanese, String english) {
        this(japanese, english, null);
    }

    CannotStart(String japanese, String english, @Nullable Throwable cause) {
        super(japanese + System.lineSeparator() + english, cause);
    }
}
