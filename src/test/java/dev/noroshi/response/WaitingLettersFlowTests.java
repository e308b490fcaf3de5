package dev.noroshi.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noroshi.CaseClient;
import dev.noroshi.NoroshiTest;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.incident.Incidents;
import dev.noroshi.roster.AbsenceEntry;
import dev.noroshi.roster.Absences;
import dev.noroshi.roster.Roster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told that a step waits. */
@NoroshiTest
class WaitingLettersFlowTests {

    private static final Actor LEAD = new Actor("lead", "lead", Set.of("csirt-lead"), null);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Absences absences;

    @Autowired
    private Roster roster;

    @Autowired
    private Incidents incidents;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    /** The handler acts for the system manager as well: the containment asks both. */
    @Test
    void whoHoldsTwoRolesOfAStepGetsOneLetter() {
        long absence = Actors.as(
                LEAD,
                () -> absences.enter(new AbsenceEntry(
                        id("lead"), id("handler"), null, clock.instant().plus(Duration.ofHours(1)), null)));
        try {
            CaseClient city = new CaseClient(port);
            String number = city.evaluated("malware", Map.of());
            city.waiting(number, "userTask_containSpread");

            String about = await()
                    .until(() -> letters(number), letters -> letters.stream().anyMatch(it -> it.contains("応急措置")))
                    .stream()
                    .filter(it -> it.contains("応急措置"))
                    .reduce((one, other) -> {
                        throw new AssertionError("two letters: " + one + "\n" + other);
                    })
                    .orElseThrow();
            String recipients = about.lines().findFirst().orElseThrow();
            assertThat(recipients)
                    .containsOnlyOnce("handler@")
                    .contains("handler2@")
                    .doesNotContain("lead@");
            assertThat(about).contains("インシデントハンドラー、情報システム管理者");
        } finally {
            Actors.as(LEAD, () -> {
                absences.end(absence);
                return absence;
            });
        }
    }

    @Test
    void whoIsCalledLaterReadsHowFarTheCaseHasCome() {
        CaseClient city = new CaseClient(port);
        String number = city.evaluated("ransomware", Map.of());
        city.waiting(number, "userTask_acknowledgeByCiso");
        await().until(() -> statesTold(number), told -> !told.isEmpty());

        transaction.executeWithoutResult(status -> incidents.enter(number, "recover"));

        assertThat(statesTold(number)).isNotEmpty().allMatch("復旧しています"::equals);
    }

    private List<String> statesTold(String number) {
        return jdbc.sql("select json_value(facts, '$.state') from escalation where incident = ? and state = 'calling'")
                .param(number)
                .query(String.class)
                .list();
    }

    private long id(String account) {
        return roster.personOf(account).orElseThrow().id();
    }

    /** To whom, subject and text of each letter about a step that waits. */
    private List<String> letters(String number) {
        return jdbc.sql("select concat(recipients, '\n', subject, '\n', body) from mail_out"
                        + " where incident = ? and letter_key like '%/waiting'")
                .param(number)
                .query(String.class)
                .list();
    }
}
