package dev.noroshi.identity;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's own password: changed by who knows the old one, guessed no faster than at the sign-in. */
@Service
@Transactional
class OwnPassword {

    /** Too many wrong ones; the old password was not even looked at. */
    static final class Throttled extends Problem {
        Throttled() {
            super(Kind.TOO_MANY, "sign-in.throttled");
        }
    }

    /**
     * @param old the present password
     * @param again the new one, typed a second time
     */
    record Change(String old, String fresh, String again) {

        /** Never the passwords. */
        @Override
        public String toString() {
            return "Change[]";
        }
    }

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final ObjectProvider<RoleSource> roster;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    OwnPassword(
            AccountRepository accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            ObjectProvider<RoleSource> roster,
            JdbcClient database,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.roster = roster;
        this.database = database;
        this.events = events;
    }

    /**
     * Changes the password of the person acting, and ends all other sessions of the account.
     *
     * @param address from where it is asked
     * @param session the session that stays
     */
    void change(Change change, String address, String session) {
        String account = Actors.current().account();
        if (throttle.refuses(account, address)) {
            throw new Throttled();
        }
        String known = accounts.passwordHash(account).orElseThrow(() -> new UnknownAccount(account));
        if (!passwords.matches(change.old(), known)) {
            throttle.failed(account, address);
            throw new InvalidInput("old", "old-password");
        }
        throttle.succeeded(account, address);
        NewAccount.requireAcceptable(change.fresh());
        if (!change.fresh().equals(change.again())) {
            throw new InvalidInput("again", "password-again");
        }
        accounts.findByName(account)
                .orElseThrow(() -> new UnknownAccount(account))
                .changePassword(passwords.encode(change.fresh()));
        database.sql("delete from SPRING_SESSION where PRINCIPAL_NAME = ? and SESSION_ID <> ?")
                .params(account, session)
                .update();
        @Nullable RoleSource people = roster.getIfAvailable();
        @Nullable
        String mailbox = people == null ? null : people.addressOf(account).orElse(null);
        events.publishEvent(new AccountEvent.PasswordChanged(account, mailbox));
    }
}
