package dev.noroshi.roster.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Roles;
import dev.noroshi.roster.AppointmentEntry;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.PersonEntry;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.RosterChanges;
import dev.noroshi.roster.SectionDraft;
import dev.noroshi.roster.Sections;
import dev.noroshi.web.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators keep people, sections and appointments. */
@Controller
@RequestMapping("/admin/people")
class PeoplePages {

    private static final String PAGE = "roster/people";
    private static final int LAST_POSITION = 99;
    private static final String BACK = "redirect:/admin/people";

    private final Roster roster;
    private final RosterChanges changes;
    private final Sections sections;
    private final MessageSource messages;
    private final Clock clock;

    PeoplePages(Roster roster, RosterChanges changes, Sections sections, MessageSource messages, Clock clock) {
        this.roster = roster;
        this.changes = changes;
        this.sections = sections;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String people(Model model) {
        return page(null, PersonEntry.empty(), model);
    }

    @GetMapping("/{id}")
    String person(@PathVariable long id, Model model) {
        Person person = changes.person(id);
        model.addAttribute("days", days(person));
        return page(id, PersonEntry.of(person), model);
    }

    @PostMapping
    String add(
            @ModelAttribute PersonEntry entry,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        model.addAttribute("days", form);
        try {
            changes.addPerson(serving(entry, form));
        } catch (InvalidInput invalid) {
            return refused(invalid, null, entry, model, locale, response);
        }
        return done(redirect);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @ModelAttribute PersonEntry entry,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        model.addAttribute("days", form);
        try {
            changes.editPerson(id, serving(entry, form), Consent.isGiven(form));
        } catch (NewHoles holes) {
            Consent.ask("/admin/people/" + id, form, holes, model, response);
            return page(id, entry, model);
        } catch (InvalidInput invalid) {
            return refused(invalid, id, entry, model, locale, response);
        }
        return done(redirect);
    }

    private static PersonEntry serving(PersonEntry entry, Map<String, String> form) {
        Typed typed = new Typed(form);
        return entry.serving(typed.day("first_day"), typed.day("last_day"));
    }

    @PostMapping("/sections")
    String addSection(
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        try {
            sections.add(
                    new SectionDraft(typed.text("sectionName"), typed.text("department"), typed.text("organ")),
                    typed.day("sectionFrom"));
        } catch (InvalidInput invalid) {
            model.addAttribute("typed", form);
            return refused(invalid, null, PersonEntry.empty(), model, locale, response);
        }
        return done(redirect);
    }

    @PostMapping("/appointments")
    String appoint(
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        model.addAttribute("typed", form);
        try {
            changes.appoint(new AppointmentEntry(
                    typed.text("role"),
                    typed.number("person"),
                    typed.text("headed"),
                    position(typed),
                    typed.day("from"),
                    typed.day("until"),
                    Consent.isGiven(form)));
        } catch (NewHoles holes) {
            Consent.ask("/admin/people/appointments", form, holes, model, response);
            return page(null, PersonEntry.empty(), model);
        } catch (InvalidInput invalid) {
            return refused(invalid, null, PersonEntry.empty(), model, locale, response);
        }
        return done(redirect);
    }

    @PostMapping("/appointments/{id}/end")
    String dismiss(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            changes.dismiss(id, new Typed(form).day("lastDay"), Consent.isGiven(form));
        } catch (NewHoles holes) {
            Consent.ask("/admin/people/appointments/" + id + "/end", form, holes, model, response);
            return page(null, PersonEntry.empty(), model);
        } catch (InvalidInput invalid) {
            return refused(invalid, null, PersonEntry.empty(), model, locale, response);
        }
        return done(redirect);
    }

    private String page(@Nullable Long edited, PersonEntry entry, Model model) {
        model.addAttribute("appointments", changes.appointments());
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        List<Person> people = roster.search("");
        model.addAttribute("people", people);
        model.addAttribute(
                "candidates",
                people.stream().filter(person -> !person.isGoneBy(today)).toList());
        model.addAttribute("today", today);
        model.addAttribute("sections", roster.sections(clock.instant()));
        model.addAttribute("heads", sections.names());
        model.addAttribute("organs", sections.organs());
        model.addAttribute("roles", Roles.ALL);
        model.addAttribute("edited", edited);
        model.addAttribute("entry", entry);
        return PAGE;
    }

    private static Map<String, String> days(Person person) {
        return Map.of(
                "first_day",
                Objects.toString(person.firstDay(), ""),
                "last_day",
                Objects.toString(person.lastDay(), ""));
    }

    private static int position(Typed typed) {
        Long position = typed.number("position");
        if (position != null && position > LAST_POSITION) {
            throw new InvalidInput("position", "range", 0, LAST_POSITION);
        }
        return position == null ? 0 : position.intValue();
    }

    private String refused(
            InvalidInput invalid,
            @Nullable Long edited,
            PersonEntry entry,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(invalid.kind().status());
        model.addAttribute("errors", Typed.errors(invalid, messages, locale));
        return page(edited, entry, model);
    }

    private static String done(RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", true);
        return BACK;
    }
}
