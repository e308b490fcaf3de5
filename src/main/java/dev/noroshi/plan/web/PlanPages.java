package dev.noroshi.plan.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.Roles;
import dev.noroshi.plan.PlanEditions;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.plan.Runbooks;
import dev.noroshi.plan.UnknownPart;
import dev.noroshi.workflow.Processes;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The plan as people read it: editions, pictures, runbooks. */
@Controller
class PlanPages {

    private final Processes processes;
    private final PlanWords words;
    private final Runbooks runbooks;
    private final PlanEditions editions;

    PlanPages(Processes processes, PlanWords words, Runbooks runbooks, PlanEditions editions) {
        this.processes = processes;
        this.words = words;
        this.runbooks = runbooks;
        this.editions = editions;
    }

    @GetMapping("/plan")
    String plan(Model model, Locale locale) {
        model.addAttribute("editions", editions.list());
        model.addAttribute("author", Actors.current().holds(Roles.PLAN_AUTHOR));
        String edition = processes.newestEdition();
        model.addAttribute("edition", edition);
        model.addAttribute("operator", Actors.current().holdsAny(Roles.ADMIN, Roles.LEAD, Roles.CHIEF));
        model.addAttribute("models", words.models(edition));
        model.addAttribute("runbooks", runbooks.all(locale));
        return "plan/plan";
    }

    @GetMapping("/plan/runbooks/{key}")
    String runbook(@PathVariable String key, Model model, Locale locale) {
        model.addAttribute("runbook", runbooks.find(key, locale).orElseThrow(() -> new UnknownPart(key)));
        return "plan/runbook";
    }

    /** The model as XML, for the diagram on the page. */
    @GetMapping(path = "/plan/diagrams/{edition}/{process}", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String edition, @PathVariable String process) {
        return processes.diagram(process, edition).map(words::diagram).orElseThrow(() -> new UnknownPart(process));
    }
}
