package dev.noroshi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Each fiscal year begins its numbers anew, drills have their own. */
@NoroshiTest
@Transactional
class NumbersIntegrationTests {

    @Autowired
    private IncidentRepository incidents;

    @Test
    void eachYearAndTheDrillsCountForThemselves() {
        assertThat(incidents.nextNumber(2098, false)).isEqualTo(1);
        assertThat(incidents.nextNumber(2098, false)).isEqualTo(2);
        assertThat(incidents.nextNumber(2098, true)).isEqualTo(1);
        assertThat(incidents.nextNumber(2099, false)).isEqualTo(1);
        assertThat(incidents.nextNumber(2098, false)).isEqualTo(3);
    }
}
