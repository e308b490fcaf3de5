package dev.noroshi.roster.web;

import dev.noroshi.identity.Roles;
import dev.noroshi.roster.AppointmentEntry;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.PersonEntry;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.RosterChanges;
import dev.noroshi.roster.SectionDraft;
import dev.noroshi.roster.Sections;
import dev.noroshi.web.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
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
        return page(id, PersonEntry.of(changes.person(id)), model);
    }

    @PostMapping
    String add(
            @ModelAttribute PersonEntry entry,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            changes.addPerson(entry);
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
        try {
            changes.editPerson(id, entry, Consent.isGiven(form));
        } catch (NewHoles holes) {
            Consent.ask("/admin/people/" + id, form, holes, model, response);
            return page(id, entry, model);
        } catch (InvalidInput invalid) {
            return refused(invalid, id, entry, model, locale, response);
        }
        return done(redirect);
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
        model.addAttribute("people", roster.search(""));
        model.addAttribute("sections", roster.sections(clock.instant()));
        model.addAttribute("heads", sections.names());
        model.addAttribute("organs", sections.organs());
        model.addAttribute("roles", Roles.ALL);
        model.addAttribute("edited", edited);
        model.addAttribute("entry", entry);
        return PAGE;
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
