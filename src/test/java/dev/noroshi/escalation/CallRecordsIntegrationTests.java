package dev.noroshi.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import dev.noroshi.escalation.CallRecord.CalledRung;
import dev.noroshi.escalation.CallRecord.GivenAnswer;
import dev.noroshi.escalation.CallRecord.NextRung;
import dev.noroshi.escalation.CallRecord.RungPerson;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.MailEvent.Answer;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Who reads a call learns who was called, how, until when, what came of it, why not, and who is next. */
@CallsByHand
class CallRecordsIntegrationTests {

    private static final AtomicInteger CASES = new AtomicInteger((int) (System.nanoTime() % 100_000_000));
    private static final Person FIRST = person("handler", "対応　次郎", "handler@city.example.jp");
    private static final Person SECOND = person("handler2", "広報　三郎", "handler2@city.example.jp");
    private static final Person CHIEF = person("chief", "佐藤　花子", "chief@city.example.jp");
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
    private CallRecords records;

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
    private Actor head = new Actor("manager", "課長", Set.of("section-manager"), "x");

    @BeforeEach
    void twoHandlersALeadThatNobodyIsAndTheChief() {
        incident = "R8-" + CASES.incrementAndGet();
        head = new Actor("manager", "課長", Set.of("section-manager"), "課" + incident);
        access.grant(
                incident,
                List.of("role:csirt-handler", "role:chief", "role:window", "section:課" + incident, "account:staff"));
        given(processes.newestEdition()).willReturn("1");
        given(processes.editionOf(anyString())).willReturn(Optional.empty());
        given(processes.decide(eq("escalation"), any(), any())).willAnswer(call -> {
            Map<String, Long> facts = call.getArgument(2);
            return switch (String.valueOf(facts.get("rung"))) {
                case "1" -> List.of(row("csirt-handler", "always"));
                case "2" -> List.of(row("csirt-lead", "no"));
                case "3" -> List.of(row("chief", "no"));
                default -> List.of();
            };
        });
        holds("csirt-handler", FIRST, SECOND, NIGHT);
        holds("chief", CHIEF);
        for (Person person : List.of(FIRST, SECOND, CHIEF)) {
            given(roster.personAt(person.email())).willReturn(Optional.of(person));
            given(roster.named(person.name())).willReturn(List.of(person));
            given(roster.personOf(String.valueOf(person.account()))).willReturn(Optional.of(person));
        }
        given(roles.standingOf("chief")).willReturn(new RoleSource.Standing(Set.of("chief"), null));
    }

    @Test
    void whoIsCalledNowHowAndUntilWhen() {
        String call = called();

        CalledRung rung = read(call).rungs().get(0);

        assertThat(rung.role()).isEqualTo("csirt-handler");
        assertThat(rung.telephone()).isTrue();
        assertThat(rung.until()).isEqualTo(rung.calledAt().plus(Duration.ofMinutes(30)));
        assertThat(rung.people()).extracting(RungPerson::state).containsOnly("waiting");
        assertThat(person(call, 1, FIRST).how()).containsExactly("letter", "telephone");
        assertThat(person(call, 1, NIGHT).how()).containsExactly("telephone");
        NextRung next = Objects.requireNonNull(read(call).next());
        assertThat(next).isEqualTo(new NextRung("rung", "chief", rung.until()));
    }

    @Test
    void whySomebodyDidNotAnswer() {
        String call = called();

        reply(call, 1, FIRST, Answer.ABSENT, null);
        bounce(call, SECOND);
        Actors.as(new Actor("staff", "窓口", Set.of("window"), null), () -> {
            telephone.store(telephoning(call), Map.of("outcome", "no-answer", "person", "宿直　五郎"));
            return true;
        });
        steps.callNext(call);

        assertThat(person(call, 1, FIRST).state()).isEqualTo("absent");
        assertThat(person(call, 1, FIRST).answeredAt()).isNotNull();
        assertThat(person(call, 1, SECOND).state()).isEqualTo("unreached");
        assertThat(person(call, 1, SECOND).reason()).isEqualTo("550 unknown");
        assertThat(person(call, 1, NIGHT).state()).isEqualTo("no-answer");
        assertThat(read(call).rungs().get(1).reason()).isEqualTo("unheld");
        assertThat(read(call).rungs().get(1).until()).isNull();
        assertThat(person(call, 3, CHIEF).state()).isEqualTo("waiting");
        assertThat(Objects.requireNonNull(read(call).next()).kind()).isEqualTo("window");
        assertThat(read(call).answers())
                .extracting(GivenAnswer::name, GivenAnswer::answer, GivenAnswer::via)
                .containsExactly(tuple("対応　次郎", "absent", "mail"));
    }

    @Test
    void whoWasSilentAndWhoAnsweredInTheEnd() {
        String call = called();
        longAgo(call);
        steps.callNext(call);

        assertThat(person(call, 1, FIRST).state()).isEqualTo("silent");
        reply(call, 3, CHIEF, Answer.ACKNOWLEDGED, null);

        assertThat(person(call, 1, FIRST).state()).isEqualTo("silent");
        assertThat(person(call, 3, CHIEF).state()).isEqualTo("answered");
        assertThat(person(call, 3, CHIEF).answeredAt()).isNotNull();
        assertThat(read(call).next()).isNull();
        assertThat(read(call).answers())
                .extracting(GivenAnswer::name, GivenAnswer::answer, GivenAnswer::via)
                .containsExactly(tuple("佐藤　花子", "acknowledged", "mail"));
    }

    @Test
    void oneAnswerSettlesItForTheOthersCalledTogether() {
        String call = called();

        Actors.as(
                new Actor("handler2", "広報　三郎", Set.of("window"), null),
                () -> escalations.acknowledgeFor(call, "handler", "すぐ向かう"));

        assertThat(person(call, 1, FIRST).state()).isEqualTo("answered");
        assertThat(person(call, 1, SECOND).state()).isEqualTo("settled");
        assertThat(read(call).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.via()).isEqualTo("proxy");
            assertThat(answer.enteredBy()).isEqualTo("広報　三郎");
            assertThat(answer.note()).isEqualTo("すぐ向かう");
        });
    }

    @Test
    void whoWasNamedInstead() {
        String call = called();

        reply(call, 1, FIRST, Answer.DELEGATED, CHIEF.name());

        assertThat(person(call, 1, FIRST).state()).isEqualTo("delegated");
        assertThat(person(call, 1, FIRST).reason()).isEqualTo(CHIEF.name());
        assertThat(person(call, 1, CHIEF).state()).isEqualTo("waiting");
        assertThat(read(call).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.answer()).isEqualTo("delegated");
            assertThat(answer.delegate()).isEqualTo(CHIEF.name());
        });
    }

    @Test
    void aLadderThatNobodyAnsweredSaysWhenItBeginsAgain() {
        given(processes.decide(eq("time-targets"), any(), any()))
                .willReturn(List.of(Map.of("amount", 45L, "unit", "MINUTES")));
        String call = called();
        longAgo(call);

        steps.exhausted(call);

        NextRung next = Objects.requireNonNull(read(call).next());
        assertThat(next.kind()).isEqualTo("again");
        assertThat(next.role()).isEqualTo("csirt-handler");
        assertThat(Duration.between(
                                Objects.requireNonNull(next.at()),
                                steps.callAgainAt(call).toInstant())
                        .abs())
                .isLessThan(Duration.ofSeconds(20));
        assertThat(person(call, 1, FIRST).state()).isEqualTo("silent");

        steps.callAgain(call);
        assertThat(Objects.requireNonNull(read(call).next()).at()).isNull();
        steps.callNext(call);
        reply(call, 2, FIRST, Answer.ACKNOWLEDGED, null);

        assertThat(person(call, 1, FIRST).state()).isEqualTo("silent");
        assertThat(person(call, 2, FIRST).state()).isEqualTo("answered");
    }

    @Test
    void anEndedCaseWithdrawsTheCall() {
        String call = called();

        transaction.executeWithoutResult(status -> escalations.withdraw(incident));

        assertThat(person(call, 1, FIRST).state()).isEqualTo("withdrawn");
        assertThat(read(call).next()).isNull();
    }

    @Test
    void whatStillWantsAnAnswerStandsFirst() {
        String unanswered = called();
        steps.exhausted(unanswered);
        String answered = called();
        reply(answered, 1, FIRST, Answer.ACKNOWLEDGED, null);

        List<CallLine> lines = list(null, null).items();

        assertThat(lines).extracting(line -> line.call().id()).containsExactly(unanswered, answered);
        assertThat(lines).extracting(CallLine::until).containsOnlyNulls();
        String calling = called();
        assertThat(list(null, null).items().get(0)).satisfies(line -> {
            assertThat(line.call().id()).isEqualTo(calling);
            assertThat(line.waitedFor()).containsExactly("対応　次郎", "広報　三郎", "宿直　五郎");
            assertThat(line.until()).isNotNull();
        });
        assertThat(list(null, "acknowledged").items())
                .extracting(line -> line.call().id())
                .containsExactly(answered);
        assertThat(list(incident, null).total()).isEqualTo(3);
        assertThat(list("R8-1", null).total()).isZero();
        assertThatThrownBy(() -> list(null, "none")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void thePlainReporterReadsNothingOfIt() {
        String call = called();
        Actor reporter = new Actor("staff", "報告者", Set.of(), null);
        Actor stranger = new Actor("other", "他課長", Set.of("section-manager"), "他課");

        assertThatThrownBy(() -> Actors.as(reporter, () -> records.find(call))).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> Actors.as(reporter, () -> records.list(null, null, new PageRequest(0, 50))))
                .isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> Actors.as(stranger, () -> records.find(call))).isInstanceOf(UnknownCall.class);
        assertThat(Actors.as(stranger, () -> records.list(incident, null, new PageRequest(0, 50)))
                        .total())
                .isZero();
    }

    private Page<CallLine> list(@Nullable String incident, @Nullable String state) {
        return Actors.as(head, () -> records.list(incident, state, new PageRequest(0, 50)));
    }

    private CallRecord read(String call) {
        return Actors.as(head, () -> records.find(call));
    }

    private RungPerson person(String call, int rung, Person person) {
        return read(call).rungs().get(rung - 1).people().stream()
                .filter(one -> one.name().equals(person.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The first rung was called an hour before, and its patience is over. */
    private void longAgo(String call) {
        jdbc.sql("update escalation_rung set called_at = timestampadd(hour, -1, called_at) where call_id = ?")
                .param(call)
                .update();
    }

    private String called() {
        String call = escalations.call(
                incident, 3, "csirt", "userTask_receive", new CallSummary(Map.of("what", "感染"), Map.of(), false));
        steps.callNext(call);
        return call;
    }

    private static Step telephoning(String call) {
        return new Step("1", "userTask_telephone", "電話", "escalation", call, "1", Set.of("window"), Map.of());
    }

    private void holds(String role, Person... people) {
        given(roster.called(eq(role), any())).willReturn(List.of(people));
    }

    private void reply(String call, int rung, Person from, Answer answer, @Nullable String delegate) {
        transaction.executeWithoutResult(status -> events.publishEvent(new MailEvent.Replied(
                -1, incident, token(call, rung), String.valueOf(from.email()), answer, delegate, false, "了解")));
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

    private static Map<String, Object> row(String role, String telephone) {
        return Map.of("role", role, "amount", 30L, "unit", "MINUTES", "decides", true, "telephone", telephone);
    }

    private static Person person(String account, String name, @Nullable String email) {
        return new Person(1, account, name, null, null, null, email, "0175-00-0001", null, null);
    }
}
