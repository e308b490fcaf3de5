package dev.noroshi.escalation;

import dev.noroshi.escalation.Call.Answer;
import dev.noroshi.escalation.Call.Called;
import dev.noroshi.identity.Actors;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.TextRules;
import dev.noroshi.workflow.Field;
import dev.noroshi.workflow.Form;
import dev.noroshi.workflow.KeyOf;
import dev.noroshi.workflow.Step;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 電話連絡: whom the window reached by telephone and what was said; an answer counts as 代理入力. */
@Component
@KeyOf("call")
class RecordTelephoneForm implements Form {

    private static final int LONGEST_NOTE = 1000;

    /** What is said on the telephone, in this order; the fact and its label. */
    private static final Map<String, String> SAID = said();

    private final Calling calling;
    private final CallCourse course;
    private final CallStore store;
    private final WhyNot whyNot;
    private final MessageSource messages;

    RecordTelephoneForm(Calling calling, CallCourse course, CallStore store, WhyNot whyNot, MessageSource messages) {
        this.calling = calling;
        this.course = course;
        this.store = store;
        this.whyNot = whyNot;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "recordTelephone";
    }

    @Override
    public List<Field> fields(Step step) {
        List<String> people = toRing(step).map(Called::name).distinct().toList();
        return List.of(
                Field.choice("outcome", true, List.of("answered", "absent", "no-answer"), "answered"),
                Field.choice("person", true, people, people.isEmpty() ? null : people.get(0)),
                Field.text("note", false, null));
    }

    /** Who records it comes last: the window may be among those who are called. */
    private Stream<Called> toRing(Step step) {
        String reader = Actors.current().account();
        return course.waitedFor(step.key()).stream()
                .sorted(Comparator.comparing(person -> reader.equals(person.account())));
    }

    /** Whom to telephone, and what must be said: each thing on a line. */
    @Override
    public String about(Step step) {
        Locale reader = LocaleContextHolder.getLocale();
        Stream<String> people = toRing(step)
                .map(person -> person.name() + "　"
                        + Optional.ofNullable(person.phone()).orElseGet(() -> text("telephone.none", reader)));
        Map<String, String> facts = store.find(step.key())
                .map(call -> CallSummary.read(call.facts(), reader))
                .orElse(Map.of());
        Stream<String> said = SAID.entrySet().stream()
                .filter(fact -> facts.containsKey(fact.getKey()))
                .map(fact -> text(
                        "telephone.line",
                        reader,
                        text("page." + fact.getValue(), reader),
                        facts.getOrDefault(fact.getKey(), "")));
        return Stream.concat(people, said).distinct().collect(Collectors.joining("\n"));
    }

    private String text(String key, Locale reader, Object... arguments) {
        return messages.getMessage("escalation." + key, arguments, reader);
    }

    @Override
    public void store(Step step, Map<String, Object> values) {
        Called person = course.calledNow(step.key()).stream()
                .filter(one -> one.name().equals(values.get("person")))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("person", "not-called"));
        @Nullable String note = note(values);
        if ("answered".equals(values.get("outcome"))) {
            calling.keep(step.key(), answer(step, person, note));
        } else {
            boolean absent = "absent".equals(values.get("outcome"));
            calling.passOver(step.key(), person, absent);
            whyNot.byTelephone(step.key(), person, absent ? CallOutcome.ABSENT : CallOutcome.NO_ANSWER);
        }
    }

    private Answer answer(Step step, Called person, @Nullable String note) {
        boolean decides =
                store.rungs(step.key()).stream().anyMatch(rung -> rung.number() == person.rung() && rung.decides());
        return new Answer(
                person.account(),
                person.name(),
                decides,
                Via.PROXY,
                Actors.current().account(),
                note);
    }

    private static Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("what", "what");
        said.put("where", "where");
        said.put("when", "when");
        said.put("state", "situation");
        said.put("ask", "ask");
        return said;
    }

    private static @Nullable String note(Map<String, Object> values) {
        if (!(values.get("note") instanceof String note) || note.isBlank()) {
            return null;
        }
        TextRules.text("note", note, LONGEST_NOTE).ifPresent(error -> {
            throw new InvalidInput(List.of(error));
        });
        return note.strip();
    }
}
