package dev.noroshi.identity;

import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people and programs. Administrators, and the system, may change them. */
@Service
@Transactional
public class Accounts {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final AccountRepository accounts;
    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            JdbcClient database,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an account whose roles count until the end of this fiscal year. */
    public void create(NewAccount account) {
        requireAdministrator("account.create");
        String hash = passwords.encode(account.password());
        try {
            accounts.saveAndFlush(new AccountEntity(account, hash, endOfFiscalYear(), clock.instant()));
        } catch (DataIntegrityViolationException taken) {
            throw new AccountExists(account.name());
        }
        events.publishEvent(new AccountEvent.Created(account.name()));
    }

    /** Whoever is signed in with the old password is signed out. */
    public void resetPassword(String name, String password) {
        requireAdministrator("account.password");
        NewAccount.requireAcceptable(password);
        stored(name).changePassword(passwords.encode(password));
        endSessions(name);
        events.publishEvent(new AccountEvent.PasswordReset(name));
    }

    /** Ends every session and token of the account at its next request. */
    public void disable(String name) {
        requireAdministrator("account.disable");
        if (Actors.current().account().equals(name)) {
            throw new NotYours("account.disable");
        }
        stored(name).enable(false);
        endSessions(name);
        events.publishEvent(new AccountEvent.Disabled(name));
    }

    public void enable(String name) {
        requireAdministrator("account.enable");
        stored(name).enable(true);
        events.publishEvent(new AccountEvent.Enabled(name));
    }

    /** Lets the account's roles count until {@link #renewedUntil()}. */
    public void renew(String name) {
        requireAdministrator("account.renew");
        stored(name).permitUntil(renewedUntil());
        events.publishEvent(new AccountEvent.Renewed(name));
    }

    /** Renews many at once, all or none; those that count as long already stay as they are. */
    public int renew(Collection<String> names) {
        requireAdministrator("account.renew");
        Set<String> ending = ending().stream().map(Account::name).collect(Collectors.toSet());
        names.forEach(this::stored);
        List<String> renewed =
                names.stream().distinct().filter(ending::contains).toList();
        renewed.forEach(this::renew);
        return renewed.size();
    }

    /** The last day on which what is renewed now counts: from 60 days before the end of a fiscal year that of the next. */
    public LocalDate renewedUntil() {
        return FiscalYear.renewedUntil(today());
    }

    /** Accounts in use whose roles end before what is renewed now, soonest first; none for most of the year. */
    @Transactional(readOnly = true)
    public List<Account> ending() {
        requireAdministrator("account.list");
        return accounts.endingBefore(renewedUntil());
    }

    @Transactional(readOnly = true)
    public Page<Account> list(PageRequest page) {
        requireAdministrator("account.list");
        List<Account> found = accounts.seen(Pageable.ofSize(page.size()).withPage(page.page()));
        return new Page<>(found, count(), page.page(), page.size());
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String name) {
        return accounts.seen(name);
    }

    @Transactional(readOnly = true)
    /** Whether any account in use administers today: none before the first one, nor when all of them ended with the year. */
    boolean someoneAdministers() {
        return accounts.isAdministered(today());
    }

    public long count() {
        return accounts.count();
    }

    private void endSessions(String name) {
        database.sql("delete from SPRING_SESSION where PRINCIPAL_NAME = ?")
                .param(name)
                .update();
    }

    private AccountEntity stored(String name) {
        return accounts.findByName(name).orElseThrow(() -> new UnknownAccount(name));
    }

    private LocalDate endOfFiscalYear() {
        return FiscalYear.lastDay(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }

    static void requireAdministrator(String act) {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holds(Roles.ADMIN)) {
            throw new NotYours(act);
        }
    }
}
