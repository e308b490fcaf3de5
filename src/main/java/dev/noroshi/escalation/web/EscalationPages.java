package dev.noroshi.escalation.web;

import dev.noroshi.escalation.CallRecords;
import dev.noroshi.escalation.Escalations;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a call, where a letter's link leads, the calls of a case, and those of all. Opening a page answers nothing. */
@Controller
class EscalationPages {

    private static final int SIZE = 50;

    private final Escalations escalations;
    private final CallRecords records;
    private final MessageSource messages;

    EscalationPages(Escalations escalations, CallRecords records, MessageSource messages) {
        this.escalations = escalations;
        this.records = records;
        this.messages = messages;
    }

    @GetMapping("/escalations")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        String number = incident.strip();
        model.addAttribute(
                "calls",
                records.list(
                        number.isEmpty() ? null : number, state.isEmpty() ? null : state, new PageRequest(page, SIZE)));
        model.addAttribute("state", state);
        model.addAttribute("incident", number);
        return "escalation/list";
    }

    @GetMapping("/escalations/{id}")
    String call(@PathVariable String id, Model model) {
        model.addAttribute("details", escalations.details(id));
        model.addAttribute("course", records.find(id));
        return "escalation/call";
    }

    @PostMapping("/escalations/{id}/acknowledgement")
    String acknowledge(@PathVariable String id, RedirectAttributes redirect) {
        escalations.acknowledge(id);
        return done(id, redirect);
    }

    @PostMapping("/escalations/{id}/proxy")
    String acknowledgeFor(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String note,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            escalations.acknowledgeFor(id, person, note);
            return done(id, redirect);
        } catch (InvalidInput refused) {
            refused.fields()
                    .forEach(error -> model.addAttribute(
                            "errors",
                            Map.of(
                                    error.field(),
                                    messages.getMessage(
                                            "error.field." + error.code(),
                                            error.arguments().toArray(),
                                            locale))));
            model.addAttribute("note", note);
            model.addAttribute("person", person);
            response.setStatus(refused.kind().status());
            return call(id, model);
        }
    }

    @GetMapping("/incidents/{number}/calls")
    String ofCase(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        model.addAttribute("number", number);
        model.addAttribute("calls", records.ofCase(number, new PageRequest(0, PageRequest.LARGEST)));
        return htmx == null ? "escalation/case" : "escalation/case :: calls";
    }

    private static String done(String id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", true);
        return "redirect:/escalations/" + id;
    }
}
