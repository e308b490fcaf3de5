package dev.noroshi.intake;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.incident.Facts;
import dev.noroshi.incident.FactsRules;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.MailEvent;
import dev.noroshi.mail.Mails;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.web.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * First reports by mail: a person of the roster writes to the window, and the subject says that it is one. What anybody
 * else writes waits for the window, which telephones.
 */
@Component
class MailedReports {

    private static final Pattern REPORT = Pattern.compile("(?i).*(第一報|first[ -]report).*");

    private final FirstReports reports;
    private final Roster roster;
    private final RoleSource roles;
    private final Mails mails;
    private final JapaneseDates dates;
    private final Clock clock;

    MailedReports(
            FirstReports reports, Roster roster, RoleSource roles, Mails mails, JapaneseDates dates, Clock clock) {
        this.reports = reports;
        this.roster = roster;
        this.roles = roles;
        this.mails = mails;
        this.dates = dates;
        this.clock = clock;
    }

    @EventListener
    void on(MailEvent.Written written) {
        if (written.incident() != null || !REPORT.matcher(written.subject()).matches()) {
            return;
        }
        Instant now = clock.instant();
        roster.personAt(written.from()).ifPresent(person -> {
            Facts facts = facts(written, person, now);
            if (isStorable(facts, now)) {
                receive(written, person, facts);
            }
        });
    }

    private void receive(MailEvent.Written written, Person person, Facts facts) {
        String account = Optional.ofNullable(person.account()).orElse(written.from());
        RoleSource.Standing standing = roles.standingOf(account);
        Actor reporter = standing.acting(account, person.name());
        Receipt receipt = Actors.as(
                reporter,
                () -> reports.receive(
                        new FirstReport(facts, false, false), Submission.byForm("mail-" + written.mailId(), "mail")));
        mails.belongsTo(written.mailId(), receipt.incident(), "first-report");
        Map<String, String> values = new HashMap<>();
        values.put("what", facts.description());
        values.put("where", facts.reporter().section());
        values.put("when", dates.letter(facts.discoveredAt()));
        values.put("en.when", dates.table(facts.discoveredAt()));
        values.put("link", mails.link("/report/receipts/" + receipt.receipt()));
        mails.queue(new Letter(
                "received/" + written.mailId(),
                receipt.incident(),
                List.of(written.from()),
                "report-received",
                values,
                null,
                false));
    }

    /** What the mail tells; type and all else the window asks. The moment of the mail is the moment of discovery. */
    private static Facts facts(MailEvent.Written written, Person person, Instant now) {
        String told = written.words().isBlank() ? written.subject() : written.words();
        Facts.Reporter reporter = new Facts.Reporter(
                person.name(),
                Optional.ofNullable(person.section()).orElse("―"),
                Stream.of(
                                Optional.ofNullable(person.extension()),
                                Optional.ofNullable(person.phone()),
                                Optional.ofNullable(person.mobile()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null),
                written.from());
        return new Facts(
                "unknown", now, true, told, reporter, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    /** A My Number in a mail, say, is not stored in a case; the window sees the mail. */
    private static boolean isStorable(Facts facts, Instant now) {
        try {
            FactsRules.check(facts, now);
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }
}
