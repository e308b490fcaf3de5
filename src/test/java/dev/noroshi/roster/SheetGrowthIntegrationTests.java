package dev.noroshi.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noroshi.NoroshiTest;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.web.IfMatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A file of the whole city is looked at and taken in a time that grows with its lines, not with their square. */
@NoroshiTest
class SheetGrowthIntegrationTests {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of("admin"), null);
    private static final Duration SLACK = Duration.ofSeconds(5);

    @Autowired
    private RosterSheets sheets;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void fourTimesThePeopleTakeAboutFourTimesAsLong() {
        measured(200);
        Map<String, Duration> few = measured(750);
        Map<String, Duration> many = measured(3_000);

        few.forEach((what, took) -> {
            System.out.printf(
                    "roster as a file, %s: 750 people %d ms, 3 000 people %d ms%n",
                    what, took.toMillis(), many.get(what).toMillis());
            assertThat(many.get(what)).as(what).isLessThan(took.multipliedBy(8).plus(SLACK));
        });
    }

    /** Everything is rolled back. */
    private Map<String, Duration> measured(int people) {
        Map<String, Duration> took = new LinkedHashMap<>();
        byte[] file = file(people, "主事");
        time(took, "preview of new people", () -> sheets.preview(file));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            SheetPreview taken = time(took, "import of new people", () -> sheets.take(file, IfMatch.ANY, true));
            assertThat(taken.changes()).hasSizeGreaterThanOrEqualTo(3 * people);
            byte[] whole = time(took, "export", () -> sheets.export(Locale.JAPANESE));
            assertThat(time(took, "comparison of the same", () -> sheets.preview(whole))
                            .changes())
                    .isEmpty();
            assertThat(time(
                                    took,
                                    "import of another post for everybody",
                                    () -> sheets.take(file(people, "主任"), IfMatch.ANY, true))
                            .changes())
                    .hasSize(people);
        });
        return took;
    }

    private static <T> T time(Map<String, Duration> took, String what, Supplier<T> act) {
        long begin = System.nanoTime();
        T made = Actors.as(ADMIN, act::get);
        took.put(what, Duration.ofNanos(System.nanoTime() - begin));
        return made;
    }

    private static byte[] file(int people, String post) {
        return IntStream.range(0, people)
                .mapToObj(n ->
                        "職員　" + n + ",ショクイン,n" + n + "@city.example.jp," + post + ",総務課,mobile,outside,090-0000-" + n)
                .collect(Collectors.joining("\n", "name,kana,email,post,section,contact,hours,value\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
