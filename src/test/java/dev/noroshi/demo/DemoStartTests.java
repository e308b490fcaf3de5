package dev.noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Where the demo keeps its data. */
class DemoStartTests {

    @ParameterizedTest
    @CsvSource({"'', data", "' ', data", "here, here", "/tmp/a/../b, /tmp/b"})
    void dataIsKeptWhereItIsNamedAndOtherwiseInItsOwnDirectory(String named, Path place) {
        assertThat(DemoStart.placeOf(new MockEnvironment().withProperty("noroshi.data", named)))
                .isEqualTo(place.toAbsolutePath());
    }
}
