package dev.noroshi.roster.web;

import dev.noroshi.roster.ContactEntry;
import dev.noroshi.roster.Contacts;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.RosterChanges;
import dev.noroshi.web.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a person is reached by the hour, and from where their answers count. */
@Controller
@RequestMapping("/admin/people/{id}/contacts")
class ContactPages {

    private static final String PAGE = "roster/contacts";

    private final Contacts contacts;
    private final RosterChanges changes;
    private final MessageSource messages;

    ContactPages(Contacts contacts, RosterChanges changes, MessageSource messages) {
        this.contacts = contacts;
        this.changes = changes;
        this.messages = messages;
    }

    @GetMapping
    String contacts(@PathVariable long id, Model model) {
        model.addAttribute("person", changes.person(id));
        model.addAttribute("contacts", contacts.of(id));
        model.addAttribute("kinds", Contacts.KINDS);
        model.addAttribute("hours", Contacts.HOURS);
        return PAGE;
    }

    @PostMapping
    String add(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        model.addAttribute("typed", form);
        try {
            contacts.add(
                    id,
                    new ContactEntry(
                            typed.text("kind"), typed.text("hours"), typed.text("value"), Consent.isGiven(form)));
        } catch (NewHoles holes) {
            Consent.ask(back(id), form, holes, model, response);
            return contacts(id, model);
        } catch (InvalidInput invalid) {
            response.setStatus(invalid.kind().status());
            model.addAttribute("errors", Typed.errors(invalid, messages, locale));
            return contacts(id, model);
        }
        return done(id, redirect);
    }

    @PostMapping("/{contact}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long contact,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            contacts.remove(id, contact, Consent.isGiven(form));
        } catch (NewHoles holes) {
            Consent.ask(back(id) + "/" + contact + "/removal", form, holes, model, response);
            return contacts(id, model);
        }
        return done(id, redirect);
    }

    private static String done(long id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", true);
        return "redirect:" + back(id);
    }

    private static String back(long id) {
        return "/admin/people/" + id + "/contacts";
    }
}
