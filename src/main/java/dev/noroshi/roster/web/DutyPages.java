package dev.noroshi.roster.web;

import dev.noroshi.identity.Roles;
import dev.noroshi.roster.Duties;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.RotationEntry;
import dev.noroshi.roster.SwapEntry;
import dev.noroshi.web.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On-call turns: who has which week, swaps, and new rotations. */
@Controller
@RequestMapping("/roster/duties")
class DutyPages {

    private static final String BACK = "redirect:/roster/duties";
    private static final int WEEKS = 8;
    private static final int MEMBERS = 6;

    private final Duties duties;
    private final Roster roster;
    private final MessageSource messages;

    DutyPages(Duties duties, Roster roster, MessageSource messages) {
        this.duties = duties;
        this.roster = roster;
        this.messages = messages;
    }

    @GetMapping
    String duties(Model model) {
        return page(model, Map.of());
    }

    @PostMapping
    String begin(
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        return changed("/roster/duties", form, model, locale, response, redirect, () -> {
            List<Long> members = IntStream.rangeClosed(1, MEMBERS)
                    .mapToObj(n -> typed.number("member" + n))
                    .filter(Objects::nonNull)
                    .toList();
            duties.begin(new RotationEntry(
                    typed.text("role"),
                    members,
                    typed.day("starts"),
                    typed.text("handover"),
                    !"always".equals(typed.text("when")),
                    Consent.isGiven(form)));
        });
    }

    @PostMapping("/{id}/swaps")
    String swap(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        model.addAttribute("changed", id);
        return changed(
                "/roster/duties/" + id + "/swaps",
                form,
                model,
                locale,
                response,
                redirect,
                () -> duties.swap(
                        id,
                        new SwapEntry(
                                typed.number("person"),
                                typed.moment("from"),
                                typed.moment("until"),
                                Consent.isGiven(form))));
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String action = "/roster/duties/" + id + "/end";
        return changed(action, form, model, locale, response, redirect, () -> duties.end(id, Consent.isGiven(form)));
    }

    private String changed(
            String action,
            Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Runnable change) {
        try {
            change.run();
        } catch (NewHoles holes) {
            Consent.ask(action, form, holes, model, response);
            return page(model, form);
        } catch (InvalidInput invalid) {
            response.setStatus(invalid.kind().status());
            model.addAttribute("errors", Typed.errors(invalid, messages, locale));
            return page(model, form);
        }
        redirect.addFlashAttribute("done", true);
        return BACK;
    }

    private String page(Model model, Map<String, String> typed) {
        model.addAttribute("rotations", duties.rotations());
        model.addAttribute("turns", duties.turns(WEEKS));
        model.addAttribute("mayChange", duties.mayChange());
        model.addAttribute("people", roster.colleagues());
        model.addAttribute("members", MEMBERS);
        model.addAttribute(
                "roles",
                Roles.ALL.stream()
                        .filter(role -> !role.equals(Roles.SECTION_MANAGER))
                        .toList());
        model.addAttribute("typed", typed);
        return "roster/duties";
    }
}
