package dev.noroshi.roster.web;

import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.SectionDraft;
import dev.noroshi.roster.Sections;
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

/** Reorganisation by administrators. */
@Controller
@RequestMapping("/admin/sections")
class SectionPages {

    private static final String PAGE = "roster/sections";
    private static final String HERE = "/admin/sections";

    private final Sections sections;
    private final MessageSource messages;

    SectionPages(Sections sections, MessageSource messages) {
        this.sections = sections;
        this.messages = messages;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("sections", sections.all());
        model.addAttribute("organs", sections.organs());
        return PAGE;
    }

    @PostMapping("/succession")
    String rename(
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        try {
            Long section = typed.number("section");
            sections.rename(
                    section == null ? 0 : section,
                    new SectionDraft(typed.text("name"), typed.text("department"), typed.text("organ")),
                    typed.day("from"));
        } catch (InvalidInput invalid) {
            return refused(invalid, form, model, locale, response);
        }
        return done(redirect);
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            sections.end(id, new Typed(form).day("lastDay"), Consent.isGiven(form));
        } catch (NewHoles holes) {
            Consent.ask(HERE + "/" + id + "/end", form, holes, model, response);
            return all(model);
        } catch (InvalidInput invalid) {
            return refused(invalid, form, model, locale, response);
        }
        return done(redirect);
    }

    private String refused(
            InvalidInput invalid, Map<String, String> form, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(invalid.kind().status());
        model.addAttribute("typed", form);
        model.addAttribute("errors", Typed.errors(invalid, messages, locale));
        return all(model);
    }

    private static String done(RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", true);
        return "redirect:" + HERE;
    }
}
