package dev.noroshi.roster.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.roster.AbsenceEntry;
import dev.noroshi.roster.Absences;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.Roster;
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

/** Who is away, and who acts instead. */
@Controller
@RequestMapping("/roster/absences")
class AbsencePages {

    private final Absences absences;
    private final Roster roster;
    private final MessageSource messages;

    AbsencePages(Absences absences, Roster roster, MessageSource messages) {
        this.absences = absences;
        this.roster = roster;
        this.messages = messages;
    }

    @GetMapping
    String known(Model model) {
        return page(model, Map.of());
    }

    @PostMapping
    String enter(
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        try {
            absences.enter(new AbsenceEntry(
                    typed.number("person"),
                    typed.number("standIn"),
                    typed.moment("from"),
                    typed.moment("until"),
                    Consent.isGiven(form)));
        } catch (NewHoles holes) {
            Consent.ask("/roster/absences", form, holes, model, response);
            return page(model, form);
        } catch (InvalidInput invalid) {
            response.setStatus(invalid.kind().status());
            model.addAttribute("errors", Typed.errors(invalid, messages, locale));
            return page(model, form);
        }
        redirect.addFlashAttribute("done", true);
        return "redirect:/roster/absences";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, RedirectAttributes redirect) {
        absences.end(id);
        redirect.addFlashAttribute("done", true);
        return "redirect:/roster/absences";
    }

    private String page(Model model, Map<String, String> typed) {
        model.addAttribute("absences", absences.known());
        model.addAttribute("me", Actors.current().account());
        model.addAttribute("forOthers", absences.forOthers());
        model.addAttribute("people", roster.colleagues());
        model.addAttribute("typed", typed);
        return "roster/absences";
    }
}
