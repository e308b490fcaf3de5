package dev.noroshi.escalation;

import dev.noroshi.calendar.JapaneseDates;
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
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The letters of a call. */
@Component
class CallLetters {

    private final Mails mails;
    private final JapaneseDates dates;
    private final MessageSource messages;
    private final Ladder ladder;
    private final CallCourse course;
    private final CallStore store;
    private final CalledStore people;
    private final Clock clock;

    CallLetters(
            Mails mails,
            JapaneseDates dates,
            MessageSource messages,
            Ladder ladder,
            CallCourse course,
            CallStore store,
            CalledStore people,
            Clock clock) {
        this.mails = mails;
        this.dates = dates;
        this.messages = messages;
        this.ladder = ladder;
        this.course = course;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /**
     * To those who are called now.
     *
     * @param last the last rung of those called together
     */
    void call(Call call, Rung rung, List<Called> called, int last) {
        Map<String, String> values = values(call);
        String end = dates.letter(ladder.patienceEnds(rung));
        values.put("deadline", end);
        values.put("climbAt", end);
        values.put("climbTo", next(call, last));
        values.put("role", role(rung.role()));
        if (!rung.decides()) {
            values.put("ask", text("ask.alarm"));
        }
        values.putIfAbsent("ask", text("ask.decide"));
        values.put(
                "earlier",
                names(people.of(call.id()).stream()
                        .filter(person -> person.rung() < rung.number())
                        .toList()));
        for (Called person : called) {
            values.put("name", person.name());
            String letter = rung.decides() && person.able() ? "call-decide" : "call-alarm";
            queue(call, rung.number() + "/" + person.email(), person.email(), letter, values, rung.token());
        }
    }

    /** To the window: a rung that nobody holds was skipped. */
    void unheld(Call call, int rung, String role) {
        Map<String, String> values = values(call);
        values.put("role", role(role));
        values.put("ask", text("ask.unheld"));
        queue(call, rung + "/unheld", mails.windowAddress(), "role-unheld", values, null);
    }

    /** To the window: nobody on the ladder answered. */
    void exhausted(Call call, Optional<Instant> again) {
        Map<String, String> values = values(call);
        values.put(
                "again",
                again.map(at -> text("exhausted.again", dates.letter(at))).orElseGet(() -> text("exhausted.last")));
        values.put(
                "called",
                people.of(call.id()).stream()
                        .map(person -> "・" + person.name()
                                + Optional.ofNullable(person.phone())
                                        .map(" "::concat)
                                        .orElse(""))
                        .collect(Collectors.joining("\n")));
        queue(call, call.rung() + "/exhausted", mails.windowAddress(), "exhausted", values, null);
    }

    /** To the person whose answer counts, and to the others who were called. */
    void answered(Call call, Answer answer, List<Called> called, boolean first) {
        Map<String, String> values = values(call);
        values.put("answeredBy", answer.name());
        values.put("answeredAt", dates.letter(clock.instant()));
        values.put("via", text("via." + answer.via().name().toLowerCase(Locale.ROOT)));
        for (Called person : called) {
            boolean answerer = answer.isBy(person);
            if (answerer && answer.via() != Via.LIST) {
                queue(call, "counted/" + person.email(), person.email(), "answer-counted", values, null);
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
    void notCounted(Call call, long mailId, String to, String reason, String words) {
        Map<String, String> values = values(call);
        values.put("reason", text("reply." + reason));
        values.put("words", words);
        boolean waiting = call.state() == Call.State.CALLING;
        values.put("standing", text("state." + call.state().name().toLowerCase(Locale.ROOT)));
        if (waiting && reason.equals("unclear")) {
            values.put("retry", text("reply.retry"));
        }
        if (waiting) {
            values.put("climb", text("reply.climb"));
        }
        values.put(
                "todo",
                text(call.state() == Call.State.WITHDRAWN ? "reply.nothing" : "reply.phone", mails.windowPhone()));
        queue(call, "unclear/" + mailId, to, "answer-unclear", values, null);
    }

    /** To a person whose one reply answered several calls. */
    void listCounted(long mailId, String to, MailEvent.Answer answer, List<String> numbers, int others) {
        Map<String, String> values = new HashMap<>();
        values.put("when", dates.letter(clock.instant()));
        values.put("count", String.valueOf(numbers.size()));
        values.put("first", numbers.get(0));
        values.put("answer", text("list." + answer.name().toLowerCase(Locale.ROOT)));
        values.put("after", text("list.after." + answer.name().toLowerCase(Locale.ROOT)));
        values.put("numbers", String.join("、", numbers));
        if (others > 0) {
            values.put("others", text("list.others", others));
        }
        mails.queue(new Letter("list-counted/" + mailId, "", List.of(to), "list-counted", values, null, false));
    }

    /** To a person of the roster whose reply to a list could not be counted. */
    void listUnclear(long mailId, String to, String reason, String words) {
        Map<String, String> values = new HashMap<>();
        values.put("when", dates.letter(clock.instant()));
        values.put("reason", text("list.unclear." + reason));
        values.put("words", words);
        mails.queue(new Letter("list-unclear/" + mailId, "", List.of(to), "list-unclear", values, null, false));
    }

    /** To a delegate who may not decide, and whose answer therefore stops nothing. */
    void noted(Call call, Answer answer, List<Called> called) {
        Map<String, String> values = values(call);
        values.put("answeredBy", answer.name());
        values.put("climbTo", next(call, call.rung()));
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
        values.put("climbTo", next(call, call.rung()));
        String letter = to.able() ? "delegation-noted" : "delegation-passed-on";
        queue(call, rung.number() + "/delegated/" + to.email(), from.email(), letter, values, null);
    }

    /** To a person who replied 不在. */
    void absent(Call call, Called person) {
        Map<String, String> values = values(call);
        boolean others = !people.waitedFor(call.id()).isEmpty() && course.someoneWaits(call.id());
        values.put("next", others ? text("absent.others") : text("absent.next", next(call, call.rung())));
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
        values.putIfAbsent("level", text("level", call.level()));
        values.put("rank", String.valueOf(call.level()));
        values.put("link", mails.link("/escalations/" + call.id()));
        return values;
    }

    /** The role called after that rung; the window where the ladder ends. */
    String next(Call call, int rung) {
        return course.next(call, rung).map(row -> role(row.role())).orElseGet(() -> text("climb.window"));
    }

    private String role(String key) {
        return messages.getMessage("role." + key, null, mails.language());
    }

    private static String names(List<Called> people) {
        return people.stream().map(Called::name).distinct().collect(Collectors.joining("、"));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("escalation." + key, arguments, mails.language());
    }
}
