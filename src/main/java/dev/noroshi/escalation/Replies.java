package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Called;
import dev.noroshi.escalation.CallStore.RungOfCall;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.workflow.Processes;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Answers by mail: the token says which rung, the roster says who wrote; both must agree. */
@Component
class Replies {

    /** Letters back to one person about one call: more would answer a machine that hides, and be answered by it. */
    private static final int MOST_REFUSALS = 5;

    private final CallStore store;
    private final CalledStore people;
    private final Calling calling;
    private final Escalations escalations;
    private final CallLetters letters;
    private final Roster roster;
    private final Mails mails;
    private final Processes processes;
    private final Reach reach;
    private final DecidedCalls decided;
    private final ApplicationEventPublisher events;

    Replies(
            CallStore store,
            CalledStore people,
            Calling calling,
            Escalations escalations,
            CallLetters letters,
            Roster roster,
            Mails mails,
            Processes processes,
            Reach reach,
            DecidedCalls decided,
            ApplicationEventPublisher events) {
        this.store = store;
        this.people = people;
        this.calling = calling;
        this.escalations = escalations;
        this.letters = letters;
        this.roster = roster;
        this.mails = mails;
        this.processes = processes;
        this.reach = reach;
        this.decided = decided;
        this.events = events;
    }

    @EventListener
    void on(MailEvent.Replied reply) {
        Optional<RungOfCall> asked = store.byToken(reply.token());
        Optional<Call> call = asked.flatMap(this::held);
        if (asked.isEmpty() || call.isEmpty()) {
            mails.setAside(reply.mailId(), "unknown-token");
            return;
        }
        Optional<Person> sender = roster.personAt(reply.from());
        Optional<Called> person = sender.flatMap(one -> called(asked.get(), one));
        if (person.isEmpty()) {
            refuse(call.get(), reply, sender.isPresent(), "wrong-person");
        } else if (call.get().state() == Call.State.WITHDRAWN) {
            refuse(call.get(), reply, true, "withdrawn");
        } else {
            take(call.get(), asked.get().rung(), person.get(), reply);
        }
    }

    /** A letter did not reach the person called: the next one is called at once. */
    @EventListener
    void on(MailEvent.Undelivered letter) {
        Optional<RungOfCall> asked = Optional.ofNullable(letter.token()).flatMap(store::byToken);
        asked.flatMap(this::held)
                .ifPresent(call -> people.of(call.id()).stream()
                        .filter(person -> person.rung() == asked.get().rung())
                        .filter(person -> letter.to().stream().anyMatch(person::isAt))
                        .forEach(person -> calling.unreached(call.id(), person, letter.reason())));
    }

    /** One of many that the same reply answers: 了解 or 不在 of the person called; no letter goes back. Whether it counts. */
    boolean counts(MailEvent.Replied reply) {
        Optional<RungOfCall> asked = store.byToken(reply.token());
        Optional<Call> call = asked.flatMap(this::held).filter(one -> one.state() != Call.State.WITHDRAWN);
        Optional<Called> person =
                roster.personAt(reply.from()).flatMap(one -> asked.flatMap(rung -> called(rung, one)));
        if (call.isEmpty() || person.isEmpty()) {
            return false;
        }
        if (reply.answer() == MailEvent.Answer.ABSENT) {
            calling.absent(call.get().id(), person.get(), false);
        } else {
            acknowledge(call.get(), asked.get().rung(), person.get(), Via.LIST);
        }
        return true;
    }

    private Optional<Call> held(RungOfCall asked) {
        processes.hold(asked.call());
        return store.lock(asked.call());
    }

    private void take(Call call, int rung, Called person, MailEvent.Replied reply) {
        switch (reply.answer()) {
            case ACKNOWLEDGED -> acknowledge(call, rung, person, Via.MAIL);
            case ABSENT -> absent(call, person, reply);
            case APPROVED, REJECTED -> decide(call, rung, person, reply);
            case DELEGATED -> delegate(call, rung, person, reply);
            case UNCLEAR -> refuse(call, reply, true, "unclear");
        }
    }

    /** Whoever answered and now says 不在 leaves the case with nobody: the climbing has stopped, so a person must look. */
    private void absent(Call call, Called person, MailEvent.Replied reply) {
        if (call.state() == Call.State.ACKNOWLEDGED && people.answered(call.id(), person)) {
            refuse(call, reply, true, "after-answer");
        } else {
            calling.absent(call.id(), person, true);
        }
    }

    /** Only where the city lets mails approve and knows the sender; otherwise the word decides nothing and climbing goes on. */
    private void decide(Call call, int rung, Called person, MailEvent.Replied reply) {
        boolean decides = store.rungs(call.id()).get(rung - 1).decides();
        if (!reply.trusted() || !decides || person.account() == null) {
            refuse(call, reply, true, "approval");
            return;
        }
        if (!decided.decide(call)) {
            refuse(call, reply, true, "spent");
            return;
        }
        acknowledge(call, rung, person, Via.MAIL);
        boolean approve = reply.answer() == MailEvent.Answer.APPROVED;
        events.publishEvent(new CallEvent.Decided(
                call.id(), call.incident(), call.subject(), person.account(), person.name(), approve));
    }

    /** Only to another who may know of the case and is there; otherwise climbing goes on as if nothing had been said. */
    private void delegate(Call call, int rung, Called from, MailEvent.Replied reply) {
        Optional<Person> to = reach.named(
                call.incident(), Optional.ofNullable(reply.delegate()).orElse(""));
        if (call.state() == Call.State.ACKNOWLEDGED) {
            refuse(call, reply, true, "after-answer");
        } else if (to.isEmpty()) {
            refuse(call, reply, true, "delegate");
        } else if (from.isAt(to.get().email())) {
            refuse(call, reply, true, "delegate-self");
        } else if (roster.isAway(to.get())) {
            refuse(call, reply, true, "delegate-away");
        } else {
            calling.delegate(call.id(), rung, from, to.get());
        }
    }

    private void acknowledge(Call call, int rung, Called person, Via via) {
        String role = store.rungs(call.id()).get(rung - 1).role();
        String account = Optional.ofNullable(person.account()).orElse(String.valueOf(person.email()));
        Actor actor = new Actor(account, person.name(), Set.of(role), null);
        Actors.as(actor, () -> {
            escalations.acknowledge(call.id(), actor, via);
            return true;
        });
    }

    /** Kept before the window; a letter goes only to people of the roster, so that no stranger and no machine gets one. */
    private void refuse(Call call, MailEvent.Replied reply, boolean known, String reason) {
        mails.setAside(reply.mailId(), reason);
        if (known) {
            String name = roster.personAt(reply.from()).map(Person::name).orElse(reply.from());
            events.publishEvent(
                    new CallEvent.Commented(call.id(), call.incident(), call.subject(), name, reply.words()));
        }
        if (known && store.countRefusal(call.id(), reply.from()) <= MOST_REFUSALS) {
            letters.notCounted(call, reply.mailId(), reply.from(), reason, reply.words());
        }
    }

    private Optional<Called> called(RungOfCall asked, Person sender) {
        Set<String> addresses = roster.addressesOf(sender);
        if (roster.isOutOfService(sender)) {
            return Optional.empty();
        }
        return people.of(asked.call()).stream()
                .filter(person -> person.rung() == asked.rung())
                .filter(person -> addresses.stream().anyMatch(person::isAt)
                        || (sender.account() != null && sender.account().equals(person.account())))
                .findFirst();
    }
}
