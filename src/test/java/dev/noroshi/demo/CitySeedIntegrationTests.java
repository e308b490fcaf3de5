package dev.noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.identity.Accounts;
import dev.noroshi.identity.Roles;
import dev.noroshi.roster.Roster;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NoroshiTest
class CitySeedIntegrationTests {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roster roster;

    @Autowired
    private CitySeed seed;

    @Test
    void everyRoleIsHeldByADemoAccount() {
        assertThat(Roles.ALL)
                .allSatisfy(role -> assertThat(roster.holders(role, Instant.now()))
                        .anySatisfy(person -> assertThat(person.account()).isNotNull()));
    }

    @Test
    void seedsOnce() {
        long before = accounts.count();

        seed.afterSingletonsInstantiated();

        assertThat(accounts.count()).isEqualTo(before);
    }
}
