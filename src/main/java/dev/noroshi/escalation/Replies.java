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
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Answers by mail: the token says which rung, the roster says who wrote; both must agree. */
@Component
class Replies {

    private final CallStore store;
    private final Calling calling;
    private final Escalations escalations;
    private final CallLetters letters;
    private final Roster roster;
    private final Mails mails;
    private final Processes processes;

    Replies(
            CallStore store,
            Calling calling,
            Escalations escalations,
            CallLetters letters,
            Roster roster,
            Mails mails,
            Processes processes) {
        this.store = store;
        this.calling = calling;
        this.escalations = escalations;
        this.letters = letters;
        this.roster = roster;
        this.mails = mails;
        this.processes = processes;
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

    private Optional<Call> held(RungOfCall asked) {
        processes.hold(asked.call());
        return store.lock(asked.call());
    }

    private void take(Call call, int rung, Called person, MailEvent.Replied reply) {
        switch (reply.answer()) {
            case ACKNOWLEDGED -> acknowledge(call, rung, person);
            case ABSENT -> calling.absent(call.id(), rung, person.name(), person.email());
            case UNCLEAR -> refuse(call, reply, true, "unclear");
        }
    }

    private void acknowledge(Call call, int rung, Called person) {
        String role = store.rungs(call.id()).get(rung - 1).role();
        String account = Optional.ofNullable(person.account()).orElse(person.email());
        Actor actor = new Actor(account, person.name(), Set.of(role), null);
        Actors.as(actor, () -> {
            escalations.acknowledge(call.id(), actor, Via.MAIL);
            return true;
        });
    }

    /** Kept before the window; a letter goes only to people of the roster, so that no stranger and no machine gets one. */
    private void refuse(Call call, MailEvent.Replied reply, boolean known, String reason) {
        mails.setAside(reply.mailId(), reason);
        if (known) {
            letters.notCounted(call, reply.mailId(), reply.from(), reason, reply.words());
        }
    }

    private Optional<Called> called(RungOfCall asked, Person sender) {
        return store.called(asked.call()).stream()
                .filter(person -> person.rung() == asked.rung())
                .filter(person -> person.email().equalsIgnoreCase(sender.email())
                        || (sender.account() != null && sender.account().equals(person.account())))
                .findFirst();
    }
}
