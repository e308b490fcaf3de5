package dev.noroshi.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.MailEvent.Answer;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** Several people called at one time, people without mail, delegates, and a level that rises: who is still waited for. */
@CallsByHand
class GroupCallsIntegrationTests {

    private static final AtomicInteger CASES = new AtomicInteger((int) (System.nanoTime() % 100_000_000));
    private static final AtomicInteger MAILS = new AtomicInteger();
    private static final Person FIRST = person("handler", "対応　次郎", "handler@city.example.jp");
    private static final Person SECOND = person("handler2", "広報　三郎", "handler2@city.example.jp");
    private static final Person CHIEF = person("chief", "佐藤　花子", "chief@city.example.jp");
    private static final Person CLERK = person("staff", "職員　四郎", "staff@city.example.jp");
    private static final Person NIGHT = person("night", "宿直　五郎", null);

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
    private ApplicationEventPublisher events;

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
            boolean grave = facts.get("level") == 4;
            return switch (String.valueOf(facts.get("rung"))) {
                case "1" -> List.of(row("csirt-handler", grave ? 15 : 60));
                case "2" -> List.of(row("chief", grave ? 15 : 60));
                default -> List.of();
            };
        });
        holds("csirt-handler", FIRST, SECOND);
        holds("chief", CHIEF);
        for (Person person : List.of(FIRST, SECOND, CHIEF, CLERK)) {
            given(roster.personAt(person.email())).willReturn(Optional.of(person));
            given(roster.named(person.name())).willReturn(List.of(person));
        }
        stands("staff", "window");
        stands("handler", "csirt-handler");
        stands("handler2", "csirt-handler");
        stands("chief", "chief");
    }

    @Test
    void whileOthersMayStillAnswerAnAbsenceCallsNobodyElse() {
        String call = called(3);

        reply(call, 1, FIRST, Answer.ABSENT, null);

        verify(processes, never()).deliver("PersonAbsent", call);
        assertThat(body(call + "/1/absent/handler@city.example.jp")).contains("ほかに連絡を受けた方の応答を待ちます。");

        reply(call, 1, SECOND, Answer.ABSENT, null);
        reply(call, 1, SECOND, Answer.ABSENT, null);

        verify(processes, times(1)).deliver("PersonAbsent", call);
        assertThat(body(call + "/1/absent/handler2@city.example.jp")).contains("統括情報セキュリティ責任者", "へ直ちに連絡します。");
    }

    @Test
    void whileOthersMayStillAnswerABounceCallsNobodyElse() {
        String call = called(3);

        bounce(call, FIRST);
        verify(processes, never()).deliver("PersonAbsent", call);

        bounce(call, SECOND);
        verify(processes, times(1)).deliver("PersonAbsent", call);
    }

    @Test
    void whoHasNoMailIsTelephoned() {
        holds("csirt-handler", NIGHT);

        String call = called(3);

        assertThat(steps.telephones(call)).isTrue();
        assertThat(letters(call)).isEmpty();
        Step step = new Step("1", "userTask_telephone", "電話", "escalation", call, "1", Set.of("window"), Map.of());
        assertThat(telephone.about(step)).contains("宿直　五郎　0175-00-0001");
        Actors.as(new Actor("handler", "窓口", Set.of("window"), null), () -> {
            telephone.store(step, Map.of("outcome", "answered", "person", "宿直　五郎"));
            return true;
        });
        assertThat(steps.answered(call)).isTrue();
    }

    @Test
    void theTelephoneTriesEachOfThoseCalledTogether() {
        holds("csirt-handler", FIRST, NIGHT);
        String call = called(3);
        Step step = new Step("1", "userTask_telephone", "電話", "escalation", call, "1", Set.of("window"), Map.of());

        Actors.as(new Actor("handler", "窓口", Set.of("window"), null), () -> {
            telephone.store(step, Map.of("outcome", "no-answer", "person", "宿直　五郎"));
            assertThat(steps.someoneWaits(call)).isTrue();
            assertThat(telephone.about(step)).contains("対応　次郎").doesNotContain("宿直　五郎");
            telephone.store(step, Map.of("outcome", "no-answer", "person", "対応　次郎"));
            return true;
        });

        assertThat(steps.someoneWaits(call)).isFalse();
    }

    @Test
    void aDelegateWhoMayNotDecideStopsNothing() {
        holds("csirt-handler", FIRST);
        String call = called(3);

        reply(call, 1, FIRST, Answer.DELEGATED, "職員　四郎");

        verify(processes).deliver("PersonAbsent", call);
        assertThat(body(call + "/1/delegated/staff@city.example.jp")).contains("判断する役割をお持ちでない", "統括情報セキュリティ責任者");
        assertThat(body(call + "/1/staff@city.example.jp")).contains("知らせのみ");

        reply(call, 1, CLERK, Answer.ACKNOWLEDGED, null);

        assertThat(steps.answered(call)).isFalse();
        assertThat(body(call + "/noted/staff@city.example.jp")).contains("判断する役割をお持ちでない");
        verify(processes, never()).deliver("CallAnswered", call);

        steps.callNext(call);
        reply(call, 2, CHIEF, Answer.ACKNOWLEDGED, null);

        assertThat(steps.answered(call)).isTrue();
    }

    @Test
    void aDelegateWhoMayDecideAnswers() {
        holds("csirt-handler", FIRST);
        String call = called(3);

        reply(call, 1, FIRST, Answer.DELEGATED, "佐藤　花子");
        verify(processes, never()).deliver("PersonAbsent", call);
        reply(call, 1, CHIEF, Answer.ACKNOWLEDGED, null);

        assertThat(steps.answered(call)).isTrue();
    }

    @Test
    void nobodyDelegatesToThemselvesOrToWhoIsAbsent() {
        holds("csirt-handler", FIRST);
        String call = called(3);
        given(roster.isAway(CHIEF)).willReturn(true);

        reply(call, 1, FIRST, Answer.DELEGATED, "対応　次郎");
        reply(call, 1, FIRST, Answer.DELEGATED, "佐藤　花子");

        assertThat(letters(call)).doesNotContain(call + "/1/chief@city.example.jp");
        assertThat(jdbc.sql("select body from mail_out where letter_key like ? order by id")
                        .param(call + "/unclear/%")
                        .query(String.class)
                        .list()
                        .toString())
                .contains("委任先がご本人です", "委任先の方は不在と登録されています");
        assertThat(steps.someoneWaits(call)).isTrue();
    }

    @Test
    void whoIsCalledBesideTheOtherTakesOverWithoutASecondLetter() {
        String call = called(3);

        reply(call, 1, FIRST, Answer.DELEGATED, "広報　三郎");
        reply(call, 1, FIRST, Answer.DELEGATED, "広報　三郎");

        assertThat(body(call + "/1/delegated/handler2@city.example.jp")).contains("広報　三郎");
        verify(processes, never()).deliver("PersonAbsent", call);
        reply(call, 1, SECOND, Answer.ABSENT, null);
        verify(processes, times(1)).deliver("PersonAbsent", call);
    }

    /** The climbing has stopped at them; silence about it would leave the case with nobody. */
    @Test
    void whoAnsweredAndThenIsAbsentIsToldToTelephone() {
        String call = called(3);
        reply(call, 1, FIRST, Answer.ACKNOWLEDGED, null);

        reply(call, 1, FIRST, Answer.ABSENT, null);
        reply(call, 1, FIRST, Answer.DELEGATED, "佐藤　花子");
        reply(call, 1, SECOND, Answer.ABSENT, null);

        assertThat(jdbc.sql("select body from mail_out where letter_key like ?")
                        .param(call + "/unclear/%")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(body -> assertThat(body).contains("応答が済んでいます"));
    }

    @Test
    void anAbsenceIsThatOfOneOfTwoWithTheSameName() {
        Person namesake = person("night", FIRST.name(), "night@city.example.jp");
        given(roster.personAt(namesake.email())).willReturn(Optional.of(namesake));
        holds("csirt-handler", FIRST, namesake);
        String call = called(3);

        reply(call, 1, FIRST, Answer.ABSENT, null);
        verify(processes, never()).deliver("PersonAbsent", call);

        reply(call, 1, namesake, Answer.ABSENT, null);
        verify(processes, times(1)).deliver("PersonAbsent", call);
    }

    @Test
    void aRaisedLevelBeginsItsLadderWithoutThoseWhoAnswered() {
        holds("csirt-handler", FIRST);
        String call = called(3);
        steps.callNext(call);
        reply(call, 1, FIRST, Answer.DELEGATED, "職員　四郎");
        reply(call, 1, CLERK, Answer.ACKNOWLEDGED, null);
        holds("csirt-handler", FIRST, CLERK);

        transaction.executeWithoutResult(status -> escalations.levelChanged(incident, new MovedBy.ChangedLevel(3, 4)));
        verify(processes, org.mockito.Mockito.atLeastOnce()).deliver("PersonAbsent", call);
        assertThat(steps.someoneLeft(call)).isTrue();
        steps.callNext(call);

        assertThat(letters(call))
                .contains(call + "/3/handler@city.example.jp")
                .doesNotContain(call + "/3/staff@city.example.jp");
        assertThat(subject(call + "/1/handler@city.example.jp")).contains("レベル3");
        assertThat(subject(call + "/3/handler@city.example.jp")).contains("レベル4");
        assertThat(jdbc.sql("select amount from escalation_rung where call_id = ? and rung = 3")
                        .param(call)
                        .query(Integer.class)
                        .single())
                .isEqualTo(15);
    }

    @Test
    void aRaisedLevelDoesNotWaitForTheTelephoneOfTheRungBefore() {
        holds("csirt-handler", NIGHT);
        String call = called(3);
        assertThat(steps.someoneWaits(call)).isTrue();

        transaction.executeWithoutResult(status -> escalations.levelChanged(incident, new MovedBy.ChangedLevel(3, 4)));
        assertThat(steps.someoneWaits(call)).isFalse();

        steps.callNext(call);
        assertThat(steps.someoneWaits(call)).isTrue();
    }

    @Test
    void aLoweredLevelGoesOnWhereItStands() {
        String call = called(4);

        transaction.executeWithoutResult(status -> escalations.levelChanged(incident, new MovedBy.ChangedLevel(4, 3)));

        verify(processes, never()).deliver("PersonAbsent", call);
        assertThat(jdbc.sql("select amount from escalation_rung where call_id = ? and rung = 1")
                        .param(call)
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
    }

    @Test
    void aLadderWithoutRowsEndsAtTheWindow() {
        given(processes.decide(eq("escalation"), any(), any())).willReturn(List.of());

        String call = called(3);
        assertThat(steps.someoneLeft(call)).isFalse();
        steps.exhausted(call);

        assertThat(letters(call)).containsExactly(call + "/0/exhausted");
    }

    @Test
    void whoHoldsEveryRungIsCalledOnEachUntilThePersonAnswers() {
        holds("csirt-handler", CHIEF);
        String call = called(3);
        steps.callNext(call);

        assertThat(letters(call)).contains(call + "/1/chief@city.example.jp", call + "/2/chief@city.example.jp");
        assertThat(body(call + "/1/chief@city.example.jp")).contains("応答がないときは、", "統括情報セキュリティ責任者へ連絡が移ります。");
        assertThat(body(call + "/2/chief@city.example.jp")).contains("統一的な窓口（電話で連絡します）");
        reply(call, 2, CHIEF, Answer.ACKNOWLEDGED, null);
        assertThat(letters(call))
                .filteredOn(key -> key.contains("/counted/") || key.contains("/settled/"))
                .hasSize(1);
    }

    private String subject(String letter) {
        return jdbc.sql("select subject from mail_out where letter_key = ?")
                .param(letter)
                .query(String.class)
                .single();
    }

    private void holds(String role, Person... people) {
        given(roster.called(eq(role), any())).willReturn(List.of(people));
    }

    private void stands(String account, String... held) {
        given(roles.standingOf(account)).willReturn(new RoleSource.Standing(Set.of(held), null));
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

    private void reply(String call, int rung, Person from, Answer answer, @Nullable String delegate) {
        transaction.executeWithoutResult(status -> events.publishEvent(new MailEvent.Replied(
                MAILS.decrementAndGet(),
                incident,
                token(call, rung),
                String.valueOf(from.email()),
                answer,
                delegate,
                false,
                "了解")));
    }

    private void bounce(String call, Person person) {
        transaction.executeWithoutResult(status -> events.publishEvent(new MailEvent.Undelivered(
                incident, token(call, 1), List.of(String.valueOf(person.email())), "件名", "550 unknown")));
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

    private String body(String letter) {
        return jdbc.sql("select body from mail_out where letter_key = ?")
                .param(letter)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> row(String role, long amount) {
        return Map.of("role", role, "amount", amount, "unit", "MINUTES", "decides", true, "telephone", "no");
    }

    private static Person person(String account, String name, @Nullable String email) {
        return new Person(1, account, name, null, null, null, email, "0175-00-0001", null, null);
    }
}
