package dev.noroshi.incident.web;

import dev.noroshi.incident.Facts;
import dev.noroshi.incident.Incident;
import dev.noroshi.incident.Incidents;
import dev.noroshi.web.IfMatch;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that corrects facts with a reason; who was overtaken sees what changed meanwhile and loses nothing typed. */
@Controller
@RequestMapping("/incidents/{number}/facts")
class FactsPages {

    private static final String SEEN = "seen";

    private final Incidents incidents;
    private final FactsForm form;
    private final IncidentTexts texts;

    FactsPages(Incidents incidents, FactsForm form, IncidentTexts texts) {
        this.incidents = incidents;
        this.form = form;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable String number, Model model) {
        Incident incident = incidents.workable(number);
        return page(incident, form.inputs(incident.facts()), new LinkedMultiValueMap<>(), model);
    }

    @PostMapping
    String correct(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Incident incident = incidents.workable(number);
        Facts facts = incident.facts();
        if (!form.seen(facts).equals(sent.getFirst(SEEN))) {
            return overtaken(incident, sent, model, response);
        }
        try {
            String reason = Objects.requireNonNullElse(sent.getFirst("reason"), "");
            IfMatch seen = IfMatch.version(Long.toString(incident.version()));
            incidents.correct(number, form.changes(facts, sent), reason, seen);
        } catch (InvalidInput invalid) {
            model.addAttribute("errors", errors(invalid));
            response.setStatus(invalid.kind().status());
            return page(incident, form.inputs(facts, sent), sent, model);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.OUTDATED) {
                throw problem;
            }
            return overtaken(incidents.workable(number), sent, model, response);
        }
        redirect.addAttribute("number", number);
        redirect.addFlashAttribute("done", "facts");
        return "redirect:/incidents/{number}";
    }

    /** The form begins anew from what stands now, beside what was typed. */
    private String overtaken(
            Incident incident, MultiValueMap<String, String> sent, Model model, HttpServletResponse response) {
        response.setStatus(Problem.Kind.OUTDATED.status());
        model.addAttribute("overtaken", true);
        model.addAttribute(
                "meanwhile", incidents.latestCorrection(incident.number()).orElse(null));
        model.addAttribute("typed", form.different(incident.facts(), sent));
        return page(incident, form.inputs(incident.facts()), sent, model);
    }

    private String page(
            Incident incident, List<FactsForm.Input> inputs, MultiValueMap<String, String> sent, Model model) {
        @Nullable String reason = sent.getFirst("reason");
        model.addAttribute("incident", incident);
        model.addAttribute("inputs", inputs);
        model.addAttribute("reason", reason == null ? "" : reason);
        model.addAttribute(SEEN, form.seen(incident.facts()));
        return "incident/facts";
    }

    private Map<String, String> errors(InvalidInput invalid) {
        Map<String, String> errors = new LinkedHashMap<>();
        invalid.fields()
                .forEach(error -> errors.putIfAbsent(
                        // one input holds the whole list
                        error.field().replaceFirst("\\.\\d+$", ""),
                        texts.of(
                                "error.field." + error.code(), error.arguments().toArray())));
        return errors;
    }
}
