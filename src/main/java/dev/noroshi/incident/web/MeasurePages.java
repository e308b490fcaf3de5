package dev.noroshi.incident.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.incident.Measure;
import dev.noroshi.incident.MeasureChange;
import dev.noroshi.incident.MeasureQuery;
import dev.noroshi.incident.Measures;
import dev.noroshi.incident.NewMeasure;
import dev.noroshi.web.IfMatch;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Measures of prevention: across cases, of a case, and one with what can be changed of it. */
@Controller
class MeasurePages {

    private static final int SIZE = 50;

    private final Measures measures;
    private final CaseAccess access;
    private final IncidentTexts texts;

    MeasurePages(Measures measures, CaseAccess access, IncidentTexts texts) {
        this.measures = measures;
        this.access = access;
        this.texts = texts;
    }

    @GetMapping("/measures")
    String list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        String asked = state.equals("all") ? "" : state;
        model.addAttribute("measures", measures.list(MeasureQuery.of(null, asked), new PageRequest(page, SIZE)));
        model.addAttribute("state", state);
        model.addAttribute("today", measures.today());
        return "incident/measures";
    }

    @GetMapping("/incidents/{number}/measures")
    String ofCase(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        fill(number, model);
        return htmx == null ? "incident/case-measures" : "incident/case-measures :: measures";
    }

    private void fill(String number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute(
                "measures",
                measures.list(MeasureQuery.of(number, null), new PageRequest(0, PageRequest.LARGEST))
                        .items());
        model.addAttribute("today", measures.today());
        model.addAttribute("works", access.works(Actors.current(), number));
        model.addAttribute("owners", measures.owners());
    }

    @PostMapping("/incidents/{number}/measures")
    String add(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            String what = form.getOrDefault("what", "");
            measures.add(number, new NewMeasure(what, form.get("owner"), day(form.get("due"))));
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            model.addAttribute("errors", texts.errors("measure", invalid));
            model.addAttribute("given", form);
            fill(number, model);
            return "incident/case-measures";
        }
        redirect.addAttribute("number", number);
        redirect.addFlashAttribute("done", "measure");
        return "redirect:/incidents/{number}";
    }

    @GetMapping("/measures/{id}")
    String one(@PathVariable String id, Model model) {
        Measure measure = measures.view(id);
        model.addAttribute("measure", measure);
        model.addAttribute("today", measures.today());
        model.addAttribute("mayChange", measures.mayChange(measure));
        model.addAttribute("states", Measure.STATES);
        model.addAttribute("owners", measures.owners());
        return "incident/measure";
    }

    @PostMapping("/measures/{id}")
    String change(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            MeasureChange change = new MeasureChange(
                    form.get("what"),
                    form.get("owner"),
                    day(form.get("due")),
                    form.get("state"),
                    form.get("reason"),
                    form.get("followUp"));
            measures.change(id, change, seen(form.get("version")));
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            model.addAttribute("errors", texts.errors("measure", invalid));
            model.addAttribute("given", form);
            return one(id, model);
        }
        redirect.addAttribute("id", id);
        redirect.addFlashAttribute("saved", true);
        return "redirect:/measures/{id}";
    }

    private static IfMatch seen(@Nullable String version) {
        return version == null ? IfMatch.ANY : IfMatch.version(version);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException misfit) {
            throw new InvalidInput("due", "datetime");
        }
    }
}
