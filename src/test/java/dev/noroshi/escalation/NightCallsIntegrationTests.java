package dev.noroshi.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls of level 3 around the edges of office hours: whom the window telephones, and what ends it. */
@CallsByHand
class NightCallsIntegrationTests {

    private static final AtomicInteger CASES = new AtomicInteger((int) (System.nanoTime() % 100_000_000));
    private static final Person CISO = person("ciso", "高橋　一郎");
    private static final Person CHIEF = person("chief", "佐藤　花子");
    private static final Person CLERK = person("staff", "窓口　四郎");
    private static final Actor WINDOW = new Actor("staff", "窓口　四郎", Set.of("window"), null);

    @MockitoBean
    private Processes processes;

    @MockitoBean
    private Roster roster;

    @MockitoBean
    private RoleSource roles;

    @Autowired
    private Escalations escalations;

    @Autowired
    private EscalationSteps steps;

    @Autowired
    private RecordTelephoneForm telephone;

    @Autowired
    private CallStore store;

    @Autowired
    private CalledStore people;

    @Autowired
    private Ladder ladder;

    @Autowired
    private Reach reach;

    @Autowired
    private CallCourse course;

    @Autowired
    private CallLetters letters;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private CaseAccess access;

    @Autowired
    private TransactionTemplate transaction;

    private String incident = "";

    @BeforeEach
    void aLadderThatIsTelephonedWhileTheOfficeIsClosed() {
        incident = "R8-" + CASES.incrementAndGet();
        access.grant(incident, List.of("role:ciso", "role:chief", "role:window"));
        given(processes.newestEdition()).willReturn("1");
        given(processes.editionOf(anyString())).willReturn(Optional.empty());
        given(processes.decide(eq("escalation"), any(), any())).willAnswer(call -> {
            Map<String, Long> facts = call.getArgument(2);
            return switch (String.valueOf(facts.get("rung"))) {
                case "1" -> List.of(row("ciso"));
                case "2" -> List.of(row("chief"));
                default -> List.of();
            };
        });
        given(roster.called(eq("ciso"), any())).willReturn(List.of(CISO));
        given(roster.called(eq("chief"), any())).willReturn(List.of(CHIEF));
        given(roster.holders(eq("window"), any())).willReturn(List.of(CLERK));
    }

    @Test
    void atBothEdgesOfOfficeHoursTheMomentOfTheCallDecides() {
        assertThat(steps.telephones(calledAt("2030-04-01T08:29:59"))).isTrue();
        assertThat(steps.telephones(calledAt("2030-04-01T08:30"))).isFalse();
        assertThat(steps.telephones(calledAt("2030-04-01T17:14:59"))).isFalse();
        assertThat(steps.telephones(calledAt("2030-04-01T17:15"))).isTrue();
        assertThat(steps.telephones(calledAt("2031-01-01T02:13"))).isTrue();
    }

    @Test
    void whenTheOfficeClosesWhileARungWaitsTheNextOneIsTelephoned() {
        String call = calledAt("2030-04-01T17:00");
        assertThat(steps.telephones(call)).isFalse();

        callNextAt(call, "2030-04-01T17:30");

        assertThat(steps.telephones(call)).isTrue();
        assertThat(Actors.as(WINDOW, () -> telephone.about(step(call))))
                .contains("佐藤　花子")
                .doesNotContain("高橋　一郎");
    }

    @Test
    void whenTheOfficeOpensWhileTheWindowTelephonesItsAnswerStillCounts() {
        String call = calledAt("2030-04-01T08:15");

        record(call, "answered", "高橋　一郎");

        assertThat(steps.answered(call)).isTrue();
        assertThat(steps.someoneWaits(call)).isFalse();
    }

    @Test
    void whenTheOfficeOpensWhileTheWindowTelephonesInVainTheNextOneGetsTheLetterAlone() {
        String call = calledAt("2030-04-01T08:15");

        record(call, "no-answer", "高橋　一郎");
        callNextAt(call, "2030-04-01T08:31");

        assertThat(steps.answered(call)).isFalse();
        assertThat(steps.telephones(call)).isFalse();
    }

    @Test
    void anAnswerByAnotherWayTakesTheTelephoneTaskAway() {
        String call = calledAt("2031-01-01T02:13");

        escalations.acknowledge(call, new Actor("ciso", "高橋　一郎", Set.of("ciso"), null), Via.MAIL);

        verify(processes).deliver("CallAnswered", call);
        assertThat(steps.answered(call)).isTrue();
    }

    @Test
    void whoAloneIsTheWindowDoesNotTelephoneHimself() {
        given(roster.holders(eq("window"), any())).willReturn(List.of(CISO));
        assertThat(steps.telephones(calledAt("2031-01-01T02:13"))).isFalse();

        given(roster.called(eq("ciso"), any())).willReturn(List.of(CISO, CHIEF));
        String call = calledAt("2031-01-01T02:13");

        assertThat(steps.telephones(call)).isTrue();
        Actor ciso = new Actor("ciso", "高橋　一郎", Set.of("ciso", "window"), null);
        assertThat(Actors.as(ciso, () -> telephone.fields(step(call))))
                .filteredOn(field -> field.name().equals("person"))
                .singleElement()
                .satisfies(field -> assertThat(field.value()).isEqualTo("佐藤　花子"));
    }

    private String calledAt(String moment) {
        incident = "R8-" + CASES.incrementAndGet();
        access.grant(incident, List.of("role:ciso", "role:chief", "role:window"));
        String call = escalations.call(
                incident,
                3,
                "ciso",
                "userTask_acknowledge",
                new CallSummary(Map.of("what", "端末の感染のおそれ", "where", "総務課"), Map.of(), false));
        callNextAt(call, moment);
        return call;
    }

    /** The plan comes to the next rung at that moment. */
    private void callNextAt(String call, String moment) {
        Instant at = LocalDateTime.parse(moment).atZone(BusinessCalendar.TOKYO).toInstant();
        Clock clock = Clock.fixed(at, BusinessCalendar.TOKYO);
        Calling calling =
                new Calling(store, people, ladder, reach, course, letters, new Tokens(), processes, events, clock);
        transaction.executeWithoutResult(status -> calling.callNext(call));
        assertThat(course.patienceEnds(call)).isEqualTo(at.plus(Duration.ofMinutes(30)));
    }

    private void record(String call, String outcome, String person) {
        Actors.as(WINDOW, () -> {
            telephone.store(step(call), Map.of("outcome", outcome, "person", person));
            return true;
        });
    }

    private static Step step(String call) {
        return new Step("1", "userTask_telephone", "電話", "escalation", call, "1", Set.of("window"), Map.of());
    }

    private static Map<String, Object> row(String role) {
        return Map.of("role", role, "amount", 30L, "unit", "MINUTES", "decides", true, "telephone", "closed");
    }

    private static Person person(String account, String name) {
        return new Person(1, account, name, null, null, null, account + "@city.example.jp", "0175-00-0001", null, null);
    }
}
