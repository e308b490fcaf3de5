package dev.noroshi.intake;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.incident.FactsRules;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.NewIncident;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.Section;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** First reports (第一報): each is stored with its case, then acknowledged by a receipt; sent twice, it is one. */
@Service
@Transactional
public class FirstReports {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FirstReportRepository reports;
    private final Incidents incidents;
    private final Roster roster;
    private final CaseAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstReports(
            FirstReportRepository reports,
            Incidents incidents,
            Roster roster,
            CaseAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.incidents = incidents;
        this.roster = roster;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Stores the report and opens its case; when this returns, both are committed. */
    public Receipt receive(FirstReport report, Submission submission) {
        Actor actor = Actors.current();
        if (report.drill() && !actor.holdsAny(Roles.LEAD, Roles.ADMIN)) {
            throw new NotYours("drill");
        }
        Instant now = clock.instant();
        FactsRules.check(report.facts(), now);
        String receipt = unguessable();
        String hash = sha256(submission.body());
        if (!reports.insert(receipt, actor.account(), submission, hash, now)) {
            return repeated(reports.sent(actor.account(), submission.key()), submission, hash);
        }
        String number = incidents.open(new NewIncident(
                receipt, report.facts(), section(report), actor.account(), report.withoutSuperior(), report.drill()));
        reports.opened(receipt, number);
        events.publishEvent(new FirstReportReceived(receipt, number, report.drill()));
        return receipt(receipt, number);
    }

    private Receipt repeated(FirstReportRepository.Stored stored, Submission submission, String hash) {
        if (!stored.bodyHash().equals(hash)) {
            throw new OtherBody();
        }
        return receipt(stored.receipt(), Objects.requireNonNull(stored.incident()));
    }

    /** The receipt, for the reporter and whoever may see the case. */
    @Transactional(readOnly = true)
    public Receipt find(String receipt) {
        String number = reports.byReceipt(receipt)
                .map(FirstReportRepository.Stored::incident)
                .filter(incident -> access.maySee(Actors.current(), incident))
                .orElseThrow(UnknownReceipt::new);
        return receipt(receipt, number);
    }

    private Receipt receipt(String receipt, String number) {
        Incident incident = incidents.of(number);
        return new Receipt(
                receipt,
                number,
                incident.type(),
                incident.drill(),
                incident.restricted(),
                incident.receivedAt(),
                DoNow.of(incident.type()),
                window());
    }

    private @Nullable String window() {
        return roster.holders(Roles.WINDOW, clock.instant()).stream()
                .flatMap(FirstReports::telephones)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> telephones(Person person) {
        return Stream.of(person.extension(), person.phone(), person.mobile()).filter(Objects::nonNull);
    }

    private @Nullable String section(FirstReport report) {
        return roster.sectionNamed(report.facts().reporter().section())
                .map(Section::name)
                .orElse(null);
    }

    private static String unguessable() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sha256(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
