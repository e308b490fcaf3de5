package dev.noroshi.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the actor behind an account: roles of the roster at this moment, as long as the account's permission lasts. */
@Component
class ActingAccounts {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** Whom a token stands for, and what it may be used for. */
    record Bearer(Actor actor, TokenScope scope) {}

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final ObjectProvider<RoleSource> roles;
    private final Clock clock;

    ActingAccounts(Accounts accounts, ApiTokens tokens, ObjectProvider<RoleSource> roles, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.roles = roles;
        this.clock = clock;
    }

    /** Empty for an account that is unknown or disabled. One transaction: every request asks this. */
    @Transactional(readOnly = true)
    Optional<Actor> actorOf(String name) {
        return accounts.find(name).filter(Account::enabled).map(this::actorOf);
    }

    /** Whom a secret stands for; empty as {@link ApiTokens#grantOf}. */
    @Transactional(readOnly = true)
    Optional<Bearer> bearerOf(String secret) {
        return tokens.grantOf(secret).map(grant -> new Bearer(actorOf(grant.account()), grant.scope()));
    }

    private Actor actorOf(Account account) {
        Set<String> held = new HashSet<>();
        RoleSource source = roles.getIfAvailable();
        RoleSource.@Nullable Standing standing = source == null ? null : source.standingOf(account.name());
        if (isPermitted(account)) {
            if (account.administrator()) {
                held.add(Roles.ADMIN);
            }
            if (standing != null) {
                held.addAll(standing.roles());
            }
        }
        return standing == null
                ? new Actor(account.name(), account.displayName(), held, null)
                : new Actor(account.name(), account.displayName(), held, standing.section(), standing.formerSections());
    }

    private boolean isPermitted(Account account) {
        return !LocalDate.ofInstant(clock.instant(), TOKYO).isAfter(account.permittedUntil());
    }
}
