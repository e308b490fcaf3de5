package dev.noroshi.plan.web;

import dev.noroshi.plan.Crowds;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.workflow.Processes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The heat of the plan: where open cases stand, over all of them. */
@Controller
class CrowdPages {

    private final Crowds crowds;
    private final Processes processes;
    private final PlanWords words;

    CrowdPages(Crowds crowds, Processes processes, PlanWords words) {
        this.crowds = crowds;
        this.processes = processes;
        this.words = words;
    }

    @GetMapping("/plan/standing")
    String standing(Model model) {
        model.addAttribute("crowds", crowds.list());
        String edition = processes.newestEdition();
        model.addAttribute("models", words.models(edition));
        model.addAttribute("edition", edition);
        return "plan/standing";
    }
}
