package dev.noroshi.identity;

import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people and programs. Administrators, and the system, may change them. */
@Service
@Transactional
public class Accounts {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String COLUMNS = "name, display_name, administrator, demo, enabled, permitted_until";

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Accounts(JdbcClient database, PasswordEncoder passwords, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an account whose roles count until the end of this fiscal year. */
    public void create(NewAccount account) {
        requireAdministrator("account.create");
        try {
            database.sql("insert into account (name, display_name, password_hash, administrator, demo, enabled,"
                            + " permitted_until, created_at) values (?, ?, ?, ?, ?, true, ?, ?)")
                    .params(
                            account.name(),
                            account.displayName(),
                            passwords.encode(account.password()),
                            account.administrator(),
                            account.demo(),
                            endOfFiscalYear(),
                            utcNow())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new AccountExists(account.name());
        }
        events.publishEvent(new AccountEvent.Created(account.name()));
    }

    public void resetPassword(String name, String password) {
        requireAdministrator("account.password");
        NewAccount.requireAcceptable(password);
        change(name, "password_hash = ?", passwords.encode(password));
        events.publishEvent(new AccountEvent.PasswordReset(name));
    }

    /** Ends every session and token of the account at its next request. */
    public void disable(String name) {
        requireAdministrator("account.disable");
        if (Actors.current().account().equals(name)) {
            throw new NotYours("account.disable");
        }
        change(name, "enabled = ?", false);
        events.publishEvent(new AccountEvent.Disabled(name));
    }

    public void enable(String name) {
        requireAdministrator("account.enable");
        change(name, "enabled = ?", true);
        events.publishEvent(new AccountEvent.Enabled(name));
    }

    /** Lets the account's roles count until the end of this fiscal year. */
    public void renew(String name) {
        requireAdministrator("account.renew");
        change(name, "permitted_until = ?", endOfFiscalYear());
        events.publishEvent(new AccountEvent.Renewed(name));
    }

    /** @return the token, which is shown once and kept only as a hash */
    public String grantToken(String name, String label, TokenScope scope, Duration validity) {
        requireAdministrator("account.token");
        find(name).orElseThrow(() -> new UnknownAccount(name));
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = "nrs_" + HexFormat.of().formatHex(secret);
        database.sql("insert into account_token (hash, account, label, scope, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(Sha256.hex(token), name, label, scope.key(), utcNow(), utcNow().plus(validity))
                .update();
        events.publishEvent(new AccountEvent.TokenGranted(name));
        return token;
    }

    @Transactional(readOnly = true)
    public Page<Account> list(PageRequest page) {
        requireAdministrator("account.list");
        return new Page<>(
                database.sql("select " + COLUMNS + " from account order by name limit ? offset ?")
                        .params(page.size(), page.offset())
                        .query(Account.class)
                        .list(),
                count(),
                page.page(),
                page.size());
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String name) {
        return database.sql("select " + COLUMNS + " from account where name = ?")
                .param(name)
                .query(Account.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public long count() {
        return database.sql("select count(*) from account").query(Long.class).single();
    }

    private void change(String name, String assignment, Object value) {
        int changed = database.sql("update account set " + assignment + " where name = ?")
                .params(value, name)
                .update();
        if (changed == 0 && find(name).isEmpty()) {
            throw new UnknownAccount(name);
        }
    }

    private LocalDate endOfFiscalYear() {
        return FiscalYear.lastDay(LocalDate.ofInstant(clock.instant(), TOKYO));
    }

    private LocalDateTime utcNow() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void requireAdministrator(String act) {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holds(Roles.ADMIN)) {
            throw new NotYours(act);
        }
    }
}
