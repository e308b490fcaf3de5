package dev.noroshi.response;

import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.Roles;
import dev.noroshi.incident.Decision;
import dev.noroshi.incident.Evaluations;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.Saying;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.task.TaskEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Letters about a case that the plan sends without asking for an answer. Each has a key of its own, so none goes twice. */
@Component
class Heralds {

    private final Mails mails;
    private final Roster roster;
    private final CaseAccess access;
    private final Incidents incidents;
    private final Evaluations evaluations;
    private final CaseWords words;
    private final PlanWords planWords;
    private final Clock clock;

    Heralds(
            Mails mails,
            Roster roster,
            CaseAccess access,
            Incidents incidents,
            Evaluations evaluations,
            CaseWords words,
            PlanWords planWords,
            Clock clock) {
        this.mails = mails;
        this.roster = roster;
        this.access = access;
        this.incidents = incidents;
        this.evaluations = evaluations;
        this.words = words;
        this.planWords = planWords;
        this.clock = clock;
    }

    /** Tells the head of the section and the window in parallel; a restricted case the window alone (MIC guideline 5.3 (1)). */
    void tellAtOnce(String number) {
        Incident incident = incidents.of(number);
        Map<String, String> facts = words.of(incident, "receive");
        tellRole(incident, Roles.WINDOW, "first-report-window", number + "/window", facts);
        if (incident.restricted()) {
            return;
        }
        Optional<Person> head = headOf(incident);
        words.put(facts, "ask", "response.ask.manager");
        words.put(facts, "doNow", "response.do-now");
        head.map(Person::email)
                .ifPresent(address -> mails.queue(
                        letter(incident, number + "/manager", "first-report-manager", List.of(address), facts)));
        incidents.record(
                number,
                "told",
                List.of(Saying.phrase(head.isPresent() ? "response.told.both" : "response.told.window")));
    }

    /** 供覧: the CISO is informed, nothing is asked. */
    void informCiso(String number) {
        Incident incident = incidents.of(number);
        Map<String, String> facts = words.of(incident, "none");
        words.put(facts, "deadline", "response.no-deadline");
        facts.put("reason", reason(number));
        access.admit(number, Roles.CISO);
        tellRole(incident, Roles.CISO, "informed", course(incident) + "/informed", facts);
        incidents.record(number, "told", List.of(Saying.phrase("response.told.ciso")));
    }

    /** The reporter learns that it was no incident, and why. */
    void tellReporter(String number) {
        Incident incident = incidents.of(number);
        Map<String, String> facts = words.of(incident, "none");
        words.put(facts, "deadline", "response.no-deadline");
        facts.put("reason", reason(number));
        reporterOf(incident)
                .ifPresent(to -> mails.queue(
                        letter(incident, course(incident) + "/not-incident", "not-incident", List.of(to), facts)));
    }

    /** 取下げ: the reporter, the window and who else was told learn that nothing more is asked, and why. */
    void tellWithdrawn(String number) {
        Incident incident = incidents.of(number);
        Map<String, String> facts = words.of(incident, "none");
        words.put(facts, "deadline", "response.no-deadline");
        incidents.withdrawal(number).map(Decision::reason).ifPresent(reason -> facts.put("reason", reason));
        tellRole(incident, Roles.WINDOW, "withdrawn", course(incident) + "/withdrawn/window", facts);
        if (incident.evaluatedAt() != null) {
            tellRole(incident, Roles.CISO, "withdrawn", course(incident) + "/withdrawn/ciso", facts);
        }
        tellReporterAndHead(incident, "withdrawn", facts);
    }

    /** 危機管理（災害）対策本部へ引継ぎ: those who lead in a crisis, and those who speak for the city, learn that it begins. */
    void tellCrisis(String number) {
        Incident incident = incidents.of(number);
        Map<String, String> facts = words.of(incident, "crisis");
        access.admit(number, Roles.CISO);
        for (String role : List.of(Roles.CISO, Roles.CHIEF, Roles.LEAD, Roles.PUBLIC_RELATIONS)) {
            tellRole(incident, role, "crisis", course(incident) + "/crisis/" + role, facts);
        }
    }

    /** 再開: those who know how it ended learn that it goes on, and why. */
    void tellReopened(String number, String reason) {
        Incident incident = incidents.of(number);
        Map<String, String> facts = words.of(incident, "none");
        words.put(facts, "deadline", "response.no-deadline");
        facts.put("reason", reason);
        tellRole(incident, Roles.WINDOW, "reopened", course(incident) + "/reopened/window", facts);
        if (incident.evaluatedAt() != null) {
            tellRole(incident, Roles.CISO, "reopened", course(incident) + "/reopened/ciso", facts);
        }
        tellReporterAndHead(incident, "reopened", facts);
    }

    /** The window or a handler asks the CSIRT's lead and the chief to open an ended case again. */
    void askReopening(String number, String reason) {
        Incident incident = incidents.of(number);
        Map<String, String> facts = words.of(incident, "reopening");
        words.put(facts, "deadline", "response.no-deadline");
        facts.put("reason", reason);
        String key = course(incident) + "/reopening-asked/" + clock.instant() + "/";
        tellRole(incident, Roles.LEAD, "reopening-asked", key + Roles.LEAD, facts);
        tellRole(incident, Roles.CHIEF, "reopening-asked", key + Roles.CHIEF, facts);
    }

    private void tellReporterAndHead(Incident incident, String template, Map<String, String> facts) {
        String key = course(incident) + "/" + template + "/";
        Stream.concat(
                        reporterOf(incident).stream(),
                        incident.restricted() ? Stream.empty() : headOf(incident).map(Person::email).stream())
                .distinct()
                .forEach(to -> mails.queue(letter(incident, key + to, template, List.of(to), facts)));
    }

    /** What is told once in each course of a case: a reopened one tells it again. */
    private static String course(Incident incident) {
        return incident.reopenings() == 0 ? incident.number() : incident.number() + "/" + incident.reopenings();
    }

    private Optional<Person> headOf(Incident incident) {
        return Optional.ofNullable(incident.section())
                .flatMap(roster::sectionNamed)
                .flatMap(section -> roster.headOf(section, clock.instant()));
    }

    private Optional<String> reporterOf(Incident incident) {
        return Optional.ofNullable(incident.facts().reporter().email())
                .filter(email -> !email.isBlank())
                .or(() -> roster.personOf(incident.reporterAccount())
                        .filter(person -> !roster.isOutOfService(person))
                        .map(Person::email));
    }

    /**
     * A step waits for roles: their holders get one letter, who holds several of them one only. The window learns of each
     * role that nobody holds.
     */
    void stepWaits(TaskEvent.Waiting waiting) {
        String number = waiting.incident();
        String stepId = waiting.id();
        Collection<String> roles = waiting.roles();
        Incident incident = incidents.of(number);
        Map<String, String> facts = words.of(incident, "task");
        facts.put("task", waiting.name());
        facts.put("en.task", planWords.of(waiting.element(), waiting.name(), Locale.ENGLISH));
        words.putDeadline(facts, waiting.due());
        roles.forEach(role -> access.admit(number, role));
        CaseAccess.Readers readers = access.readersOf(number);
        Set<String> addresses = new LinkedHashSet<>();
        List<String> held = new ArrayList<>();
        List<String> heldInEnglish = new ArrayList<>();
        Map<String, List<Person>> people = roster.holders(roles, clock.instant());
        for (String role : Roles.ALL.stream().filter(roles::contains).toList()) {
            List<String> holders = addresses(readers, role, people.getOrDefault(role, List.of()));
            addresses.addAll(holders);
            if (holders.isEmpty()) {
                words.put(facts, "role", "role." + role);
                tellRole(incident, Roles.WINDOW, "role-unheld", stepId + "/" + role + "/unheld", facts);
            } else {
                held.add(words.text("role." + role));
                heldInEnglish.add(words.text(Locale.ENGLISH, "role." + role));
            }
        }
        if (!addresses.isEmpty()) {
            facts.put("role", String.join("、", held));
            facts.put("en.role", String.join(", ", heldInEnglish));
            mails.queue(letter(incident, MovedDues.letter(stepId), "task-waiting", List.copyOf(addresses), facts));
        }
    }

    private void tellRole(Incident incident, String role, String template, String key, Map<String, String> facts) {
        List<String> addresses =
                addresses(access.readersOf(incident.number()), role, roster.holders(role, clock.instant()));
        if (!addresses.isEmpty()) {
            mails.queue(letter(incident, key, template, addresses, facts));
        }
    }

    /** Addresses of the role's holders, of a restricted case only of those who may know of it. */
    private static List<String> addresses(CaseAccess.Readers readers, String role, List<Person> holders) {
        return holders.stream()
                .filter(person -> readers.include(role, person.account()))
                .map(Person::email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private String reason(String number) {
        return evaluations.of(number).map(it -> it.reason()).orElse("");
    }

    private static Letter letter(
            Incident incident, String key, String template, List<String> to, Map<String, String> facts) {
        return new Letter(key, incident.number(), to, template, facts, null, incident.drill());
    }
}
