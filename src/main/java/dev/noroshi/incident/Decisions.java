package dev.noroshi.incident;

import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided in a case, by whom and why. */
@Component
class Decisions {

    private final JdbcClient jdbc;
    private final Roster roster;
    private final MessageSource messages;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Roster roster, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.messages = messages;
        this.clock = clock;
    }

    void put(String incident, String kind, String value, @Nullable String reason) {
        Actor actor = Actors.current();
        jdbc.sql("""
                        insert into incident_decision (incident, kind, value, reason, decided_by, decided_at)
                        values (:incident, :kind, :value, :reason, :by, :at)
                        """)
                .param("incident", incident)
                .param("kind", kind)
                .param("value", value)
                .param("reason", reason)
                .param("by", actor.account())
                .param("at", Moments.column(clock.instant()))
                .update();
    }

    /** A proposal in words, for whoever answers it: what, why, and by whom. */
    String inWords(Incident incident, String kind) {
        return latest(incident.number(), kind)
                .map(proposal -> Stream.of(
                                subject(incident, proposal),
                                Objects.requireNonNullElse(proposal.reason(), ""),
                                name(proposal.by()))
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    private String subject(Incident incident, Decision proposal) {
        return switch (proposal.kind()) {
            case Decision.Kind.LOWERING -> "L" + incident.level() + " → L" + proposal.value();
            case Decision.Kind.EVALUATION -> {
                String key = "incident.outcome." + proposal.value();
                yield Objects.requireNonNullElse(
                        messages.getMessage(key, null, key, LocaleContextHolder.getLocale()), key);
            }
            default -> "";
        };
    }

    private String name(String account) {
        return roster.personOf(account).map(Person::name).orElse(account);
    }

    /** The newest since the case was opened, or opened again: what was decided before belongs to its history. */
    Optional<Decision> latest(String incident, String kind) {
        return jdbc.sql("select * from incident_decision where incident = :incident and kind = :kind and id >="
                        + " coalesce((select max(r.id) from incident_decision r"
                        + " where r.incident = :incident and r.kind = 'reopening'), 0) order by id desc limit 1")
                .param("incident", incident)
                .param("kind", kind)
                .query((row, index) -> new Decision(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("value"),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        Moments.read(row, "decided_at")))
                .optional();
    }

    /** The answer to the newest proposal; empty while nobody answered that one. */
    Optional<Decision> answer(String incident, String proposal, String approval) {
        long asked = latest(incident, proposal).map(Decision::id).orElse(Long.MAX_VALUE);
        return latest(incident, approval).filter(answer -> answer.id() > asked);
    }

    /** The newest proposal as long as nobody answered it. */
    Optional<Decision> pending(String incident, String proposal, String approval) {
        return latest(incident, proposal)
                .filter(asked -> answer(incident, proposal, approval).isEmpty());
    }

    boolean approved(String incident, String proposal, String approval) {
        return answer(incident, proposal, approval)
                .filter(answer -> answer.value().equals("approve"))
                .isPresent();
    }

    /** @throws SamePerson when the one who answers is the one who asked */
    void requireOtherThanApplicant(String incident, String proposal) {
        String account = Actors.current().account();
        if (latest(incident, proposal)
                .filter(asked -> asked.by().equals(account))
                .isPresent()) {
            throw new SamePerson(incident);
        }
    }
}
