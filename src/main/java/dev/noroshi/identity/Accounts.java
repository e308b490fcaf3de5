package dev.noroshi.identity;

import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    /** Whoever is signed in with the old password is signed out. */
    public void resetPassword(String name, String password) {
        requireAdministrator("account.password");
        NewAccount.requireAcceptable(password);
        change(name, "password_hash = ?", passwords.encode(password));
        endSessions(name);
        events.publishEvent(new AccountEvent.PasswordReset(name));
    }

    /** Ends every session and token of the account at its next request. */
    public void disable(String name) {
        requireAdministrator("account.disable");
        if (Actors.current().account().equals(name)) {
            throw new NotYours("account.disable");
        }
        change(name, "enabled = ?", false);
        endSessions(name);
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

    private void endSessions(String name) {
        database.sql("delete from SPRING_SESSION where PRINCIPAL_NAME = ?")
                .param(name)
                .update();
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

    static void requireAdministrator(String act) {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holds(Roles.ADMIN)) {
            throw new NotYours(act);
        }
    }
}
