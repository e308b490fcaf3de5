package dev.noroshi.identity;

import org.jspecify.annotations.Nullable;

/** News about accounts, published in the transaction that changes them. */
public sealed interface AccountEvent {

    String account();

    /** Stable key of what happened, as the journal writes it. */
    String act();

    record Created(String account) implements AccountEvent {
        @Override
        public String act() {
            return "account.created";
        }
    }

    record PasswordReset(String account) implements AccountEvent {
        @Override
        public String act() {
            return "account.password-reset";
        }
    }

    /** Its person changed it; {@code mailbox} is the person's address, null for none. */
    record PasswordChanged(String account, @Nullable String mailbox) implements AccountEvent {
        @Override
        public String act() {
            return "account.password-changed";
        }
    }

    record Disabled(String account) implements AccountEvent {
        @Override
        public String act() {
            return "account.disabled";
        }
    }

    record Enabled(String account) implements AccountEvent {
        @Override
        public String act() {
            return "account.enabled";
        }
    }

    /** Its roles count until the end of this fiscal year. */
    record Renewed(String account) implements AccountEvent {
        @Override
        public String act() {
            return "account.renewed";
        }
    }

    record TokenGranted(String account) implements AccountEvent {
        @Override
        public String act() {
            return "account.token-granted";
        }
    }

    record TokenRevoked(String account) implements AccountEvent {
        @Override
        public String act() {
            return "account.token-revoked";
        }
    }
}
