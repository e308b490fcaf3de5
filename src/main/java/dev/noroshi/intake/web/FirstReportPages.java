package dev.noroshi.intake.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.Roles;
import dev.noroshi.incident.Facts;
import dev.noroshi.incident.FactsDocument;
import dev.noroshi.incident.IncidentTypes;
import dev.noroshi.intake.FirstReport;
import dev.noroshi.intake.FirstReports;
import dev.noroshi.intake.OtherBody;
import dev.noroshi.intake.Receipt;
import dev.noroshi.intake.Submission;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of the first report (第一報) and its receipt. */
@Controller
@RequestMapping("/report")
class FirstReportPages {

    private static final String TOKEN = "token";
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(BusinessCalendar.TOKYO);

    private final FirstReports reports;
    private final FactsDocument document;
    private final Roster roster;
    private final MessageSource messages;
    private final Clock clock;

    FirstReportPages(FirstReports reports, FactsDocument document, Roster roster, MessageSource messages, Clock clock) {
        this.reports = reports;
        this.document = document;
        this.roster = roster;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String form(Model model) {
        return show(fresh(), model);
    }

    @PostMapping
    String submit(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            FirstReportForm form = new FirstReportForm(sent);
            Facts facts = form.facts(document, this::action, clock.instant());
            FirstReport report = new FirstReport(facts, form.ticked("withoutSuperior"), form.ticked("drill"));
            Receipt receipt = reports.receive(report, Submission.byForm(sent.getFirst(TOKEN), facts.toString()));
            return "redirect:/report/receipts/" + receipt.receipt();
        } catch (OtherBody changed) {
            // Back, changed and sent again: whether that is another report only the reporter knows.
            sent.set(TOKEN, UUID.randomUUID().toString());
            model.addAttribute("errors", errors(new InvalidInput("description", "sent-before"), locale));
            response.setStatus(422);
            return show(sent, model);
        } catch (InvalidInput invalid) {
            model.addAttribute("errors", errors(invalid, locale));
            response.setStatus(422);
            return show(sent, model);
        }
    }

    @GetMapping("/receipts/{receipt}")
    String receipt(@PathVariable String receipt, Model model) {
        model.addAttribute("receipt", reports.find(receipt));
        return "intake/receipt";
    }

    private String show(MultiValueMap<String, String> values, Model model) {
        Actor actor = Actors.current();
        model.addAttribute("values", values);
        model.addAttribute("plain", IncidentTypes.PLAIN);
        model.addAttribute("further", IncidentTypes.FURTHER);
        model.addAttribute("segments", IncidentTypes.SEGMENTS);
        model.addAttribute("answers", FirstReportForm.ANSWERS);
        model.addAttribute("media", FirstReportForm.MEDIA);
        model.addAttribute("actions", FirstReportForm.ACTIONS);
        model.addAttribute("mayDrill", actor.holdsAny(Roles.LEAD, Roles.ADMIN));
        return "intake/form";
    }

    /** A new form: now, and whoever is signed in. */
    private MultiValueMap<String, String> fresh() {
        Actor actor = Actors.current();
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add(TOKEN, UUID.randomUUID().toString());
        values.add("discoveredAt", LOCAL.format(clock.instant()));
        values.add("reporter.name", actor.name());
        roster.personOf(actor.account()).ifPresent(person -> known(person, values));
        return values;
    }

    private static void known(Person person, MultiValueMap<String, String> values) {
        values.set("reporter.name", person.name());
        add(values, "reporter.section", person.section());
        Stream.of(person.extension(), person.phone(), person.mobile())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(phone -> values.add("reporter.phone", phone));
        add(values, "reporter.email", person.email());
    }

    private static void add(MultiValueMap<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.add(name, value);
        }
    }

    /** The record is kept in the city's language, whatever the reporter reads. */
    private String action(String key) {
        return messages.getMessage("intake.report.action." + key, null, Locale.JAPANESE);
    }

    private Map<String, String> errors(InvalidInput invalid, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Problem.FieldError error : invalid.fields()) {
            // one input holds the whole list
            String input = error.field().replaceFirst("\\.\\d+$", "");
            errors.putIfAbsent(
                    input,
                    messages.getMessage(
                            "error.field." + error.code(), error.arguments().toArray(), locale));
        }
        return errors;
    }
}
