package dev.noroshi.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.MailEvent.Answer;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.workflow.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The level changes while people are called: whose letter tells a time that is no longer true hears of it. */
@CallsByHand
class MovedPatienceIntegrationTests {

    private static final AtomicInteger CASES = new AtomicInteger((int) (System.nanoTime() % 100_000_000));
    private static final Person FIRST = person("handler", "対応　次郎", "handler@city.example.jp");
    private static final Person SECOND = person("handler2", "広報　三郎", "handler2@city.example.jp");
    private static final Person CHIEF = person("chief", "佐藤　花子", "chief@city.example.jp");

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
    private ApplicationEventPublisher events;

    @Autowired
    private JapaneseDates dates;

    @Autowired
    private CaseAccess access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private String incident = "";

    @BeforeEach
    void twoHandlersAndTheChief() {
        incident = "R8-" + CASES.incrementAndGet();
        access.grant(incident, List.of("role:csirt-handler", "role:chief", "role:window"));
        given(processes.newestEdition()).willReturn("1");
        given(processes.editionOf(anyString())).willReturn(Optional.empty());
        given(processes.decide(eq("escalation"), any(), any())).willAnswer(call -> {
            Map<String, Long> facts = call.getArgument(2);
            long patience = facts.get("level") == 4 ? 15 : 60;
            return switch (String.valueOf(facts.get("rung"))) {
                case "1" -> List.of(row("csirt-handler", patience));
                case "2" -> List.of(row("chief", patience));
                default -> List.of();
            };
        });
        holds("csirt-handler", FIRST, SECOND);
        holds("chief", CHIEF);
        for (Person person : List.of(FIRST, SECOND, CHIEF)) {
            given(roster.personAt(person.email())).willReturn(Optional.of(person));
        }
    }

    @Test
    void whoIsWaitedForHearsThatALoweredLevelWaitsLonger() {
        String call = called(4);
        reply(call, 1, FIRST, Answer.ABSENT);
        Instant before = toldUntil(call, SECOND);

        changed(4, 3);
        changed(3, 3);

        assertThat(moved()).containsOnlyKeys(SECOND.email());
        assertThat(moved().get(SECOND.email()))
                .contains("理由：重大度の変更（レベル4からレベル3へ）", "応答がないときに次の方へ移る時刻")
                .contains(dates.letter(before) + " → " + dates.letter(before.plus(Duration.ofMinutes(45))));
        assertThat(toldUntil(call, SECOND)).isEqualTo(before.plus(Duration.ofMinutes(45)));
    }

    @Test
    void whoIsNotCalledAnewHearsThatTheHigherLadderBegins() {
        String call = called(3);
        steps.callNext(call);
        Instant before = toldUntil(call, CHIEF);

        changed(3, 4);
        changed(4, 4);
        steps.callNext(call);

        assertThat(letters(call)).contains(call + "/3/handler@city.example.jp", call + "/3/handler2@city.example.jp");
        assertThat(moved()).as("the handlers are called anew").containsOnlyKeys(CHIEF.email());
        assertThat(moved().get(CHIEF.email()))
                .contains("重大度の変更（レベル3からレベル4へ）", dates.letter(before) + " → 直ちに（最初の人から連絡し直し）");
    }

    @Test
    void whoIsCalledAnewGetsTheNewTimeWithTheCallAlone() {
        String call = called(3);

        changed(3, 4);
        steps.callNext(call);

        assertThat(letters(call)).contains(call + "/2/handler@city.example.jp");
        assertThat(moved()).isEmpty();
    }

    @Test
    void theWindowHearsThatEverybodyIsCalledAgainEarlier() {
        String call = called(3);
        steps.callNext(call);
        Instant again = Instant.now().plus(Duration.ofMinutes(60));
        given(processes.decide(eq("time-targets"), any(), any()))
                .willReturn(List.of(Map.of("amount", 60L, "unit", "MINUTES")));
        given(processes.timer(call, "event_callAgain")).willReturn(Optional.of(again));
        steps.exhausted(call);

        changed(3, 4);

        assertThat(moved().values())
                .singleElement()
                .asString()
                .contains("最初の人からもう一度呼び出す時刻", dates.letter(again) + " → 直ちに");
    }

    @Test
    void whatIsTakenBackOrAnsweredInTheSameActTellsNobody() {
        String call = called(4);

        transaction.executeWithoutResult(status -> {
            escalations.levelChanged(incident, new MovedBy.ChangedLevel(4, 3));
            status.setRollbackOnly();
        });
        assertThat(toldUntil(call, FIRST)).isBefore(Instant.now().plus(Duration.ofMinutes(16)));
        transaction.executeWithoutResult(status -> {
            escalations.levelChanged(incident, new MovedBy.ChangedLevel(4, 3));
            escalations.settle(
                    incident, "userTask_receive", new Actor("chief", "佐藤　花子", Set.of("chief"), null), Via.TASK);
        });

        assertThat(moved()).isEmpty();
    }

    @Test
    void whoMayNotReadTheCaseAnyMoreIsNotTold() {
        called(4);

        transaction.executeWithoutResult(status -> {
            access.grant(incident, List.of("role:chief", "account:handler"));
            escalations.levelChanged(incident, new MovedBy.ChangedLevel(4, 3));
        });

        assertThat(moved()).containsOnlyKeys(FIRST.email());
    }

    private void changed(int before, int after) {
        transaction.executeWithoutResult(
                status -> escalations.levelChanged(incident, new MovedBy.ChangedLevel(before, after)));
    }

    private Instant toldUntil(String call, Person person) {
        return jdbc.sql("select told_until from escalation_called where call_id = ? and email = ?")
                .params(call, person.email())
                .query((row, n) -> Moments.read(row, "told_until"))
                .single();
    }

    /** The letters about moved times by their addressees, of whom each has one. */
    private Map<String, String> moved() {
        return jdbc
                .sql("select recipients, body from mail_out where letter_key like 'moved/%' and incident = ?")
                .param(incident)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void holds(String role, Person... people) {
        given(roster.called(eq(role), any())).willReturn(List.of(people));
    }

    private String called(int level) {
        String call = escalations.call(
                incident,
                level,
                "csirt",
                "userTask_receive",
                new CallSummary(Map.of("what", "端末の感染のおそれ", "where", "総務課", "level", "レベル" + level), Map.of(), false));
        steps.callNext(call);
        return call;
    }

    private void reply(String call, int rung, Person from, Answer answer) {
        transaction.executeWithoutResult(status -> events.publishEvent(new MailEvent.Replied(
                -1, incident, token(call, rung), String.valueOf(from.email()), answer, null, false, "了解")));
    }

    private String token(String call, int rung) {
        return jdbc.sql("select token from escalation_rung where call_id = ? and rung = ?")
                .params(call, rung)
                .query(String.class)
                .single();
    }

    private List<String> letters(String call) {
        return jdbc.sql("select letter_key from mail_out where letter_key like ?")
                .param(call + "/%")
                .query(String.class)
                .list();
    }

    private static Map<String, Object> row(String role, long amount) {
        return Map.of("role", role, "amount", amount, "unit", "MINUTES", "decides", true, "telephone", "no");
    }

    private static Person person(String account, String name, String email) {
        return new Person(1, account, name, null, null, null, email, "0175-00-0001", null, null);
    }
}
