package dev.noroshi.plan;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Roles;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Letters about editions: to who approves them, and back to their author. */
@Component
class EditionLetters {

    private final Mails mails;
    private final Roster roster;
    private final JapaneseDates dates;
    private final Clock clock;

    EditionLetters(Mails mails, Roster roster, JapaneseDates dates, Clock clock) {
        this.mails = mails;
        this.roster = roster;
        this.dates = dates;
        this.clock = clock;
    }

    /** Those who may approve it learn that it waits for them. */
    void askApproval(PlanEdition edition, Actor author) {
        List<String> approvers = Stream.of(Roles.CISO, Roles.CHIEF)
                .flatMap(role -> roster.holders(role, clock.instant()).stream())
                .filter(person -> !author.account().equals(person.account()))
                .map(Person::email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!approvers.isEmpty()) {
            mails.queue(letter(edition, "plan-approval", approvers, author.name(), edition.note()));
        }
    }

    /** @param template {@code plan-approved} or {@code plan-rejected} */
    void tellAuthor(PlanEdition edition, String template, String reason) {
        roster.personOf(edition.uploadedBy())
                .filter(person -> person.email() != null)
                .ifPresent(person -> mails.queue(letter(
                        edition, template, List.of(Objects.requireNonNull(person.email())), person.name(), reason)));
    }

    private Letter letter(PlanEdition edition, String template, List<String> to, String author, String reason) {
        Map<String, String> values = Map.of(
                "edition", String.valueOf(edition.number()),
                "author", author,
                "reason", reason,
                "when", dates.letter(clock.instant()),
                "en.when", dates.table(clock.instant()),
                "link", mails.link("/plan/editions/" + edition.number()));
        return new Letter("plan/" + edition.number() + "/" + template, "", to, template, values, null, false);
    }
}
