package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Answer;
import dev.noroshi.escalation.Call.Called;
import dev.noroshi.escalation.Call.Rung;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.Mails;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters of a call. */
@Component
class CallLetters {

    private final Mails mails;
    private final CallWords words;
    private final Ladder ladder;
    private final CallCourse course;
    private final CallStore store;
    private final CalledStore people;
    private final ToldStore told;
    private final Clock clock;

    CallLetters(
            Mails mails,
            CallWords words,
            Ladder ladder,
            CallCourse course,
            CallStore store,
            CalledStore people,
            ToldStore told,
            Clock clock) {
        this.mails = mails;
        this.words = words;
        this.ladder = ladder;
        this.course = course;
        this.store = store;
        this.people = people;
        this.told = told;
        this.clock = clock;
    }

    /**
     * To those who are called now.
     *
     * @param last the last rung of those called together
     */
    void call(Call call, Rung rung, List<Called> called, int last) {
        Map<String, String> values = values(call);
        words.putMoment(values, "deadline", ladder.patienceEnds(rung));
        words.putMoment(values, "climbAt", ladder.patienceEnds(rung));
        putNext(values, call, last);
        words.putRole(values, "role", rung.role());
        if (!rung.decides()) {
            words.put(values, "ask", "ask.alarm");
        }
        if (!values.containsKey("ask")) {
            words.put(values, "ask", "ask.decide");
        }
        values.put(
                "earlier",
                names(people.of(call.id()).stream()
                        .filter(person -> person.rung() < rung.number())
                        .toList()));
        for (Called person : called) {
            values.put("name", person.name());
            String letter = rung.decides() && person.able() ? "call-decide" : "call-alarm";
            queue(call, own(person), person.email(), letter, values, rung.token());
            told.told(call.id(), person.rung(), person.email(), ladder.patienceEnds(rung));
        }
    }

    /** Key of the letter to the window that nobody answered. */
    static String exhaustedKey(Call call) {
        return call.id() + "/" + call.rung() + "/exhausted";
    }

    /** Key of the letter that calls that person. */
    static String key(Call call, Called person) {
        return call.id() + "/" + own(person);
    }

    private static String own(Called person) {
        return person.rung() + "/" + person.email();
    }

    /** To the window: a rung that nobody holds was skipped. */
    void unheld(Call call, int rung, String role) {
        Map<String, String> values = values(call);
        words.putRole(values, "role", role);
        words.put(values, "ask", "ask.unheld");
        queue(call, rung + "/unheld", mails.windowAddress(), "role-unheld", values, null);
    }

    /** To the window: nobody on the ladder answered. */
    void exhausted(Call call, Optional<Instant> again) {
        Map<String, String> values = values(call);
        words.putBoth(
                values,
                "again",
                locale -> again.map(at -> words.text(locale, "exhausted.again", words.moment(locale, at)))
                        .orElseGet(() -> words.text(locale, "exhausted.last")));
        values.put(
                "called",
                people.of(call.id()).stream()
                        .map(person -> "・" + person.name()
                                + Optional.ofNullable(person.phone())
                                        .map(" "::concat)
                                        .orElse(""))
                        .distinct()
                        .collect(Collectors.joining("\n")));
        queue(call, call.rung() + "/exhausted", mails.windowAddress(), "exhausted", values, null);
    }

    /** To the person whose answer counts, and to the others who were called. */
    void answered(Call call, Answer answer, List<Called> called, boolean first) {
        Map<String, String> values = values(call);
        values.put("answeredBy", answer.name());
        words.putMoment(values, "answeredAt", clock.instant());
        words.put(values, "via", "via." + answer.via().name().toLowerCase(Locale.ROOT));
        Map<String, String> toAnswerer = new HashMap<>(values);
        if (!answer.decides()) {
            words.put(toAnswerer, "ask", "ask.carry");
        }
        for (Called person : called) {
            boolean answerer = answer.isBy(person);
            if (answerer && answer.via() != Via.LIST) {
                queue(call, "counted/" + person.email(), person.email(), "answer-counted", toAnswerer, null);
            } else if (first && !answerer) {
                String template = answer.decides() || !decides(call, person) ? "call-settled" : "call-carried";
                queue(call, "settled/" + person.email(), person.email(), template, values, null);
            }
        }
    }

    /** The alarm has reached somebody, but the decision still waits for those who may take it (INV-4). */
    private boolean decides(Call call, Called person) {
        return store.rungs(call.id()).stream().anyMatch(rung -> rung.number() == person.rung() && rung.decides());
    }

    /** To a person of the roster whose reply could not be counted. */
    void notCounted(Call call, long mailId, String to, String reason, String said) {
        Map<String, String> values = values(call);
        words.put(values, "reason", "reply." + reason);
        values.put("words", said);
        boolean waiting = call.state() == Call.State.CALLING;
        words.put(values, "standing", "state." + call.state().name().toLowerCase(Locale.ROOT));
        if (waiting && reason.equals("unclear")) {
            words.put(values, "retry", "reply.retry");
        }
        if (waiting) {
            words.put(values, "climb", "reply.climb");
        }
        words.put(
                values,
                "todo",
                call.state() == Call.State.WITHDRAWN ? "reply.nothing" : "reply.phone",
                mails.windowPhone());
        queue(call, "unclear/" + mailId, to, "answer-unclear", values, null);
    }

    /** To a person whose one reply answered several calls. */
    void listCounted(long mailId, String to, MailEvent.Answer answer, List<String> numbers, int others) {
        Map<String, String> values = new HashMap<>();
        words.putMoment(values, "when", clock.instant());
        values.put("count", String.valueOf(numbers.size()));
        values.put("first", numbers.get(0));
        words.put(values, "answer", "list." + answer.name().toLowerCase(Locale.ROOT));
        words.put(values, "after", "list.after." + answer.name().toLowerCase(Locale.ROOT));
        values.put("numbers", String.join("、", numbers));
        if (others > 0) {
            words.put(values, "others", "list.others", others);
        }
        mails.queue(new Letter("list-counted/" + mailId, "", List.of(to), "list-counted", values, null, false));
    }

    /** To a person of the roster whose reply to a list could not be counted. */
    void listUnclear(long mailId, String to, String reason, String said) {
        Map<String, String> values = new HashMap<>();
        words.putMoment(values, "when", clock.instant());
        words.put(values, "reason", "list.unclear." + reason);
        values.put("words", said);
        mails.queue(new Letter("list-unclear/" + mailId, "", List.of(to), "list-unclear", values, null, false));
    }

    /** To a delegate who may not decide, and whose answer therefore stops nothing. */
    void noted(Call call, Answer answer, List<Called> called) {
        Map<String, String> values = values(call);
        values.put("answeredBy", answer.name());
        putNext(values, call, call.rung());
        called.stream()
                .filter(answer::isBy)
                .forEach(
                        person -> queue(call, "noted/" + person.email(), person.email(), "answer-noted", values, null));
    }

    /** To a person who replied 委任, and to the one who is named. */
    void delegation(Call call, Rung rung, Called from, Called to) {
        call(call, rung, List.of(to), call.rung());
        Map<String, String> values = values(call);
        values.put("name", to.name());
        putNext(values, call, call.rung());
        String letter = to.able() ? "delegation-noted" : "delegation-passed-on";
        queue(call, rung.number() + "/delegated/" + to.email(), from.email(), letter, values, null);
    }

    /** To a person who replied 不在. */
    void absent(Call call, Called person) {
        Map<String, String> values = values(call);
        boolean others = !people.waitedFor(call.id()).isEmpty() && course.someoneWaits(call.id());
        words.putBoth(
                values,
                "next",
                locale -> others
                        ? words.text(locale, "absent.others")
                        : words.text(locale, "absent.next", next(locale, call, call.rung())));
        queue(call, person.rung() + "/absent/" + person.email(), person.email(), "absence-noted", values, null);
    }

    private void queue(
            Call call,
            String key,
            @Nullable String to,
            String template,
            Map<String, String> values,
            @Nullable String token) {
        if (to == null) {
            return;
        }
        mails.queue(
                new Letter(call.id() + "/" + key, call.incident(), List.of(to), template, values, token, call.drill()));
    }

    private Map<String, String> values(Call call) {
        Map<String, String> values = new HashMap<>(call.facts());
        words.put(values, "level", "level", call.level()); // raised while climbing, perhaps
        values.put("rank", String.valueOf(call.level()));
        values.put("link", mails.link("/escalations/" + call.id()));
        return values;
    }

    /** The role called after that rung; the window where the ladder ends. */
    void putNext(Map<String, String> values, Call call, int rung) {
        words.putBoth(values, "climbTo", locale -> next(locale, call, rung));
    }

    private String next(Locale locale, Call call, int rung) {
        return course.next(call, rung)
                .map(row -> words.role(locale, row.role()))
                .orElseGet(() -> words.text(locale, "climb.window"));
    }

    private static String names(List<Called> people) {
        return people.stream().map(Called::name).distinct().collect(Collectors.joining("、"));
    }
}
