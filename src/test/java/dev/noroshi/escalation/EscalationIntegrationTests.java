package dev.noroshi.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.CityDays;
import dev.noroshi.calendar.CityDays.CityDay;
import dev.noroshi.calendar.DayCorrected;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.MailEvent.Answer;
import dev.noroshi.mail.MovedBy;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

// The engine and the mail relay stand still: jobs and letters in the shared database belong to the tests that made
// them.
@CallsByHand
class EscalationIntegrationTests {

    private static final AtomicInteger CASES = new AtomicInteger((int) (System.nanoTime() % 100_000_000));
    private static final Person CISO = person("ciso", "高橋　一郎");
    private static final Person CHIEF = person("chief", "佐藤　花子");

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
    private CityDays days;

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
    void aLadderOfTwoHeldRungs() {
        incident = "R8-" + CASES.incrementAndGet();
        access.grant(incident, List.of("role:ciso", "role:window", "role:chief"));
        given(processes.newestEdition()).willReturn("1");
        given(processes.editionOf(anyString())).willReturn(Optional.empty());
        given(processes.decide(eq("escalation"), any(), any())).willAnswer(call -> {
            Map<String, Long> facts = call.getArgument(2);
            return switch (String.valueOf(facts.get("rung"))) {
                case "1" -> List.of(row("ciso", true));
                case "2" -> List.of(row("csirt-handler", true));
                case "3" -> List.of(row("chief", false));
                default -> List.of();
            };
        });
        given(roster.called(eq("ciso"), any())).willReturn(List.of(CISO));
        given(roster.called(eq("chief"), any())).willReturn(List.of(CHIEF));
        given(roster.personAt("ciso@city.example.jp")).willReturn(Optional.of(CISO));
        given(roster.personAt("chief@city.example.jp")).willReturn(Optional.of(CHIEF));
    }

    @Test
    void anUnheldRungIsSkippedAndTheWindowTold() {
        String call = called();

        assertThat(steps.someoneLeft(call)).isTrue();
        steps.callNext(call);

        assertThat(letters(call)).contains(call + "/1/ciso@city.example.jp", call + "/2/unheld");
        assertThat(letters(call)).contains(call + "/3/chief@city.example.jp");
        assertThat(steps.someoneLeft(call)).isFalse();
        assertThat(steps.answered(call)).isFalse();
    }

    @Test
    void oneCallForASubjectAtATime() {
        assertThat(called()).isEqualTo(escalations.call(incident, 3, "ciso", "userTask_acknowledge", summary()));
    }

    @Test
    void aReplyWithTheRightTokenByTheRightPersonAnswers() {
        String call = called();

        reply(call, 1, "ciso@city.example.jp", Answer.ACKNOWLEDGED);

        assertThat(steps.answered(call)).isTrue();
        assertThat(view(call).answeredBy()).isEqualTo("ciso");
        assertThat(view(call).via()).isEqualTo("mail");
        assertThat(letters(call)).contains(call + "/counted/ciso@city.example.jp");
        verify(processes).deliver("CallAnswered", call);
    }

    @Test
    void aLateAnswerOfAnEarlierRungCountsAndTheOthersLearnOfIt() {
        String call = called();
        steps.callNext(call);

        reply(call, 1, "ciso@city.example.jp", Answer.ACKNOWLEDGED);

        assertThat(view(call).state()).isEqualTo("acknowledged");
        assertThat(letters(call)).contains(call + "/settled/chief@city.example.jp");
    }

    @Test
    void whoOnlyCarriesTheAlarmLeavesTheDecisionWithTheOthers() {
        String call = called();
        steps.callNext(call);

        reply(call, 3, "chief@city.example.jp", Answer.ACKNOWLEDGED);

        assertThat(jdbc.sql("select body from mail_out where letter_key = ?")
                        .param(call + "/settled/ciso@city.example.jp")
                        .query(String.class)
                        .single())
                .contains("判断権は移っていません")
                .doesNotContain("返信は不要");
        assertThat(body(call + "/counted/chief@city.example.jp"))
                .contains("お願い：判断する方へ連絡を取ってください")
                .doesNotContain("判断してください");
    }

    @Test
    void whoIsWaitedForHearsOnceThatTheCalendarMovedTheEndOfPatience() {
        given(processes.decide(eq("escalation"), any(), any()))
                .willAnswer(call -> "1".equals(String.valueOf(((Map<String, Long>) call.getArgument(2)).get("rung")))
                        ? List.of(Map.of("role", "ciso", "amount", 1, "unit", "OPEN_DAYS", "decides", true))
                        : List.of());
        String call = called();
        LocalDate end = dayTold(call);

        try {
            correct(end, day -> days.correct(new CityDay(day, false, "臨時の休み", false)));
            correct(end, day -> {});

            assertThat(moved())
                    .singleElement()
                    .asString()
                    .contains(incident, "次の方へ移る時刻", dates.letter(end), dates.letter(dayTold(call)), "閉庁日になりました");
            assertThat(dayTold(call)).isAfter(end);
            verify(processes, atLeastOnce()).reschedule(eq(call), eq("event_patienceEnds"), any());
            reply(call, 1, "ciso@city.example.jp", Answer.ACKNOWLEDGED);
        } finally {
            correct(end, days::restore);
        }
        assertThat(moved()).as("who has answered is not told").hasSize(1);
    }

    private void correct(LocalDate day, Consumer<LocalDate> change) {
        transaction.executeWithoutResult(status -> {
            change.accept(day);
            escalations.calendarCorrected(incident, new MovedBy.CorrectedCalendar(new DayCorrected(day, false)));
        });
    }

    private LocalDate dayTold(String call) {
        return jdbc.sql("select told_until from escalation_called where call_id = ?")
                .param(call)
                .query((row, n) -> LocalDate.ofInstant(Moments.read(row, "told_until"), BusinessCalendar.TOKYO))
                .single();
    }

    private List<String> moved() {
        return jdbc.sql("select body from mail_out where letter_key like 'moved/%' and incident = ?")
                .param(incident)
                .query(String.class)
                .list();
    }

    @Test
    void aReplyByTheWrongPersonNeverCounts() {
        String call = called();

        reply(call, 1, "chief@city.example.jp", Answer.ACKNOWLEDGED);
        reply(call, 1, "stranger@example.com", Answer.ACKNOWLEDGED);

        assertThat(steps.answered(call)).isFalse();
        assertThat(letters(call).stream().filter(key -> key.contains("/unclear/")))
                .hasSize(1);
    }

    @Test
    void whoAnswersAWithdrawnCallIsToldThatNothingIsAsked() {
        String call = called();
        transaction.executeWithoutResult(status -> escalations.withdraw(incident));

        reply(call, 1, "ciso@city.example.jp", Answer.ACKNOWLEDGED);

        assertThat(notCounted(call))
                .contains("この連絡は取り下げられました", "状態：取下げ", "お願い：ありません")
                .doesNotContain("応答になります", "次の人へ", "応答待ち", "へ電話してください\n電話");
    }

    @Test
    void whoAnswersUnclearlyIsToldHowAnAnswerCounts() {
        String call = called();

        reply(call, 1, "ciso@city.example.jp", Answer.UNCLEAR);

        assertThat(notCounted(call)).contains("状態：応答待ち", "「了解」とだけ返信しても応答になります", "次の人へ連絡が移ります");
        assertThat(jdbc.sql("select count(*) from escalation where id = ? and state = 'calling'")
                        .param(call)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private String notCounted(String call) {
        return jdbc.sql("select body from mail_out where letter_key like ?")
                .param(call + "/unclear/%")
                .query(String.class)
                .single();
    }

    @Test
    void absenceCallsTheNextOneAtOnce() {
        String call = called();

        reply(call, 1, "ciso@city.example.jp", Answer.ABSENT);

        verify(processes).deliver("PersonAbsent", call);
        assertThat(steps.answered(call)).isFalse();
    }

    @Test
    void theWindowEntersTheAnswerOfACalledPersonOnly() {
        String call = called();
        Actor window = new Actor("handler", "窓口", Set.of("window"), null);

        assertThatThrownBy(() -> Actors.as(window, () -> escalations.acknowledgeFor(call, "chief", null)))
                .isInstanceOf(InvalidInput.class);
        CallView view = Actors.as(window, () -> escalations.acknowledgeFor(call, "ciso", "電話で了解"));

        assertThat(view.answeredBy()).isEqualTo("ciso");
        assertThat(view.via()).isEqualTo("proxy");
    }

    @Test
    void nobodyElseMayAnswer() {
        String call = called();
        Actor chief = new Actor("chief", "佐藤　花子", Set.of("chief"), null);

        assertThatThrownBy(() -> Actors.as(chief, () -> escalations.acknowledge(call)))
                .isInstanceOf(NotYours.class);
    }

    @Test
    void theWindowIsAskedToTelephoneWhenNobodyAnswered() {
        String call = called();

        steps.exhausted(call);
        steps.exhausted(call);

        assertThat(view(call).state()).isEqualTo("exhausted");
        assertThat(letters(call)).containsOnlyOnce(call + "/1/exhausted");
    }

    @Test
    void aLadderThatNobodyAnsweredIsClimbedAgainWithNewLetters() {
        String call = called();
        steps.exhausted(call);
        assertThat(steps.callAgainAt(call)).isAfter(Date.from(Instant.now().plus(Duration.ofDays(3000))));

        assertThat(body(call + "/1/exhausted")).contains("これ以上、連絡は自動では移りません。");

        steps.callAgain(call);
        steps.callAgain(call);
        steps.callNext(call);

        assertThat(view(call).state()).isEqualTo("calling");
        assertThat(letters(call)).contains(call + "/1/ciso@city.example.jp", call + "/2/ciso@city.example.jp");
        steps.exhausted(call);
        assertThat(body(call + "/2/exhausted")).containsOnlyOnce("・高橋");
        assertThat(Actors.as(new Actor("ciso", "高橋　一郎", Set.of("ciso"), null), () -> escalations.details(call)))
                .satisfies(details -> assertThat(details.called()).hasSize(2))
                .satisfies(details -> assertThat(details.people()).hasSize(1));
        reply(call, 2, "ciso@city.example.jp", Answer.ACKNOWLEDGED);
        assertThat(steps.answered(call)).isTrue();
    }

    @Test
    void theWindowIsToldWhenTheLadderBeginsAgain() {
        given(processes.decide(eq("time-targets"), any(), any()))
                .willReturn(List.of(Map.of("amount", 30L, "unit", "MINUTES")));
        String call = called();

        steps.exhausted(call);

        assertThat(body(call + "/1/exhausted")).contains("最初の人から、もう一度呼び出します。").doesNotContain("自動では移りません");
        assertThat(steps.callAgainAt(call))
                .isBetween(
                        Date.from(Instant.now().plus(Duration.ofMinutes(29))),
                        Date.from(Instant.now().plus(Duration.ofMinutes(31))));
    }

    @Test
    void rungsWithoutATimeOfTheirOwnAreCalledTogether() {
        ladder(row("ciso", 0, "no"), row("csirt-handler", 0, "no"), row("chief", 30, "no"));

        String call = called();

        assertThat(letters(call)).contains(call + "/1/ciso@city.example.jp", call + "/3/chief@city.example.jp");
        assertThat(steps.patienceEnds(call))
                .isBetween(
                        Date.from(Instant.now().plus(Duration.ofMinutes(29))),
                        Date.from(Instant.now().plus(Duration.ofMinutes(31))));
        assertThat(body(call + "/1/ciso@city.example.jp")).contains("統一的な窓口（電話で連絡します）");
        assertThat(steps.someoneLeft(call)).isFalse();
    }

    @Test
    void theWindowRecordsWhatTheTelephoneBrought() {
        ladder(row("ciso", 30, "always"), row("chief", 30, "no"));
        String call = called();
        assertThat(steps.telephones(call)).isTrue();
        Step step = telephoning(call);
        Actor window = new Actor("handler", "対応　次郎", Set.of("window"), null);

        Actors.as(window, () -> {
            assertThat(telephone.about(step)).contains("高橋　一郎");
            telephone.store(step, Map.of("outcome", "no-answer", "person", "高橋　一郎"));
            assertThat(steps.answered(call)).isFalse();
            telephone.store(step, Map.of("outcome", "answered", "person", "高橋　一郎", "note", "切り離してよい"));
            return true;
        });

        assertThat(steps.answered(call)).isTrue();
        assertThat(view(call).answeredBy()).isEqualTo("ciso");
        assertThat(view(call).via()).isEqualTo("proxy");
        verify(processes, never()).deliver("CallAnswered", call);
    }

    @Test
    void onlyWhoIsCalledNowIsTelephoned() {
        ladder(row("ciso", 30, "always"), row("chief", 30, "no"));
        String call = called();

        assertThatThrownBy(() -> telephone.store(telephoning(call), Map.of("outcome", "answered", "person", "佐藤　花子")))
                .isInstanceOf(InvalidInput.class);
        steps.callNext(call);
        assertThat(steps.telephones(call)).isFalse();
    }

    private static Step telephoning(String call) {
        return new Step("1", "userTask_telephone", "電話", "escalation", call, "1", Set.of("window"), Map.of());
    }

    @SafeVarargs
    private void ladder(Map<String, Object>... rows) {
        given(processes.decide(eq("escalation"), any(), any())).willAnswer(call -> {
            Map<String, Long> facts = call.getArgument(2);
            int rung = Math.toIntExact(facts.get("rung"));
            return rung <= rows.length ? List.of(rows[rung - 1]) : List.of();
        });
    }

    private static Map<String, Object> row(String role, long amount, String telephone) {
        return Map.of("role", role, "amount", amount, "unit", "MINUTES", "decides", true, "telephone", telephone);
    }

    private String body(String letter) {
        return jdbc.sql("select body from mail_out where letter_key = ?")
                .param(letter)
                .query(String.class)
                .single();
    }

    private String called() {
        String call = escalations.call(incident, 3, "ciso", "userTask_acknowledge", summary());
        steps.callNext(call);
        return call;
    }

    private CallView view(String call) {
        return Actors.as(
                new Actor("ciso", "高橋　一郎", Set.of("ciso"), null),
                () -> escalations.details(call).call());
    }

    private void reply(String call, int rung, String from, Answer answer) {
        String token = jdbc.sql("select token from escalation_rung where call_id = ? and rung = ?")
                .params(call, rung)
                .query(String.class)
                .single();
        transaction.executeWithoutResult(status ->
                events.publishEvent(new MailEvent.Replied(-1, incident, token, from, answer, null, false, "了解")));
    }

    private List<String> letters(String call) {
        return jdbc.sql("select letter_key from mail_out where letter_key like ?")
                .param(call + "/%")
                .query(String.class)
                .list();
    }

    private static CallSummary summary() {
        return new CallSummary(
                Map.of("what", "端末の感染のおそれ", "where", "総務課"), Map.of("what", "A device may be infected"), false);
    }

    private static Map<String, Object> row(String role, boolean decides) {
        return Map.of("role", role, "amount", 30L, "unit", "MINUTES", "decides", decides);
    }

    private static Person person(String account, String name) {
        return new Person(1, account, name, null, null, null, account + "@city.example.jp", "0175-00-0001", null, null);
    }
}
