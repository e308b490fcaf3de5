package dev.noroshi.identity;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.web.Problem.FieldError;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Secrets by which programs act for an account: granted and revoked by administrators, each with a scope and an end. */
@Service
@Transactional
public class ApiTokens {

    /** Longer than a fiscal year no token lives. */
    public static final int LONGEST_DAYS = 366;

    /** Whom a secret stands for, and what for. */
    record Grant(Account account, TokenScope scope) {}

    private final JdbcClient database;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient database, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Grants a token to an enabled account.
     *
     * @param label what it is for, 1 to 100 characters
     * @param days how long it lives, 1 to {@value #LONGEST_DAYS}
     * @return the secret, which is told this once and kept only as a hash
     * @throws InvalidInput naming each field that cannot be so
     */
    public String grant(String account, String label, @Nullable TokenScope scope, @Nullable Integer days) {
        Accounts.requireAdministrator("token.grant");
        String name = account.strip();
        requireAcceptable(name, label.strip(), scope, days);
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = "nrs_" + HexFormat.of().formatHex(secret);
        Instant now = clock.instant();
        database.sql("insert into account_token (hash, account, label, scope, granted_by, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Sha256.hex(token),
                        name,
                        label.strip(),
                        scope == null ? "" : scope.key(),
                        Actors.current().account(),
                        utc(now),
                        utc(now.plus(Duration.ofDays(days == null ? 0 : days))))
                .update();
        events.publishEvent(new AccountEvent.TokenGranted(name));
        return token;
    }

    /** Ends a token at once; a repeat is fine. */
    public void revoke(long id) {
        Accounts.requireAdministrator("token.revoke");
        String account = database.sql("select account from account_token where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UnknownToken(id));
        int ended = database.sql("update account_token set revoked_at = ? where id = ? and revoked_at is null")
                .params(utc(clock.instant()), id)
                .update();
        if (ended > 0) {
            events.publishEvent(new AccountEvent.TokenRevoked(account));
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<ApiToken> list(PageRequest page) {
        Accounts.requireAdministrator("token.list");
        long total = database.sql("select count(*) from account_token")
                .query(Long.class)
                .single();
        List<ApiToken> tokens = database.sql("select id, account, label, scope, granted_by, created_at, expires_at,"
                        + " revoked_at from account_token order by id desc limit ? offset ?")
                .params(page.size(), page.offset())
                .query((row, index) -> read(row))
                .list();
        return new Page<>(tokens, total, page.page(), page.size());
    }

    /** Whom a secret stands for now; empty for one that is unknown, revoked or past its end, or of a disabled account. */
    @Transactional(readOnly = true)
    Optional<Grant> grantOf(String secret) {
        return database.sql("""
                        select a.name, a.display_name, a.administrator, a.demo, a.enabled, a.permitted_until, t.scope
                        from account_token t join account a on a.name = t.account
                        where t.hash = ? and t.expires_at > ? and t.revoked_at is null and a.enabled
                        """)
                .params(Sha256.hex(secret), utc(clock.instant()))
                .query((row, index) -> new Grant(account(row), scope(row)))
                .optional();
    }

    private void requireAcceptable(String account, String label, @Nullable TokenScope scope, @Nullable Integer days) {
        List<FieldError> errors = new ArrayList<>();
        if (accounts.find(account).filter(Account::enabled).isEmpty()) {
            errors.add(new FieldError("account", "tokenAccount"));
        }
        if (label.isEmpty() || label.length() > 100) {
            errors.add(new FieldError("label", "length", 1, 100));
        } else if (label.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("label", "control"));
        }
        if (scope == null) {
            errors.add(new FieldError("scope", "required"));
        }
        if (days == null || days < 1 || days > LONGEST_DAYS) {
            errors.add(new FieldError("days", "range", 1, LONGEST_DAYS));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private ApiToken read(ResultSet row) throws SQLException {
        Instant end = row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        boolean revoked = row.getObject("revoked_at", LocalDateTime.class) != null;
        ApiToken.State lasting = end.isAfter(clock.instant()) ? ApiToken.State.VALID : ApiToken.State.EXPIRED;
        return new ApiToken(
                row.getLong("id"),
                row.getString("account"),
                row.getString("label"),
                scope(row),
                row.getString("granted_by"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                end,
                revoked ? ApiToken.State.REVOKED : lasting);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("display_name"),
                row.getBoolean("administrator"),
                row.getBoolean("demo"),
                row.getBoolean("enabled"),
                row.getObject("permitted_until", LocalDate.class));
    }

    private static TokenScope scope(ResultSet row) throws SQLException {
        return TokenScope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
