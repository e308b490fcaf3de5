package dev.noroshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.noroshi.NoroshiTest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Accounts as they are stored; every change is rolled back. */
@NoroshiTest
@Transactional
class AccountsIntegrationTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountRepository stored;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient database;

    @Test
    void aMomentIsStoredInUtcAndReadBackEqual() {
        Instant at = Instant.parse("2026-03-31T15:00:00.123456Z");

        stored.saveAndFlush(new AccountEntity(account("moment"), "hash", DAY, at));
        entities.clear();

        assertThat(database.sql("select created_at from account where name = 'moment'")
                        .query((row, n) -> row.getObject(1, LocalDateTime.class))
                        .single())
                .isEqualTo(LocalDateTime.parse("2026-03-31T15:00:00.123456"));
        assertThat(entities.createQuery("select createdAt from AccountEntity where name = 'moment'", Instant.class)
                        .getSingleResult())
                .isEqualTo(at);
        assertThat(accounts.find("moment").map(Account::permittedUntil)).contains(DAY);
    }

    @Test
    void aTakenNameIsRefusedAndTheAccountStays() {
        Account before = accounts.find("handler").orElseThrow();

        assertThatExceptionOfType(AccountExists.class).isThrownBy(() -> create("handler"));
        entities.clear();

        assertThat(accounts.find("handler")).contains(before);
    }

    @Test
    void aChangeWritesNothingElse() {
        create("two-hands");
        entities.clear();
        AccountEntity seenEarlier = stored.findByName("two-hands").orElseThrow();
        database.sql("update account set enabled = false where name = 'two-hands'")
                .update();

        seenEarlier.changePassword("another hash");
        stored.flush();

        assertThat(accounts.find("two-hands").map(Account::enabled)).contains(false);
        assertThat(stored.passwordHash("two-hands")).isEmpty();
    }

    private void create(String name) {
        Actors.as(Actor.system(), () -> {
            accounts.create(account(name));
            return name;
        });
    }

    private static NewAccount account(String name) {
        return new NewAccount(name, "別の人", "a good long password", false, false);
    }
}
