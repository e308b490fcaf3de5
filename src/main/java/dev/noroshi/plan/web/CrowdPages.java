package dev.noroshi.plan.web;

import dev.noroshi.plan.Crowds;
import dev.noroshi.workflow.Processes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The heat of the plan: where open cases stand, over all of them. */
@Controller
class CrowdPages {

    private final Crowds crowds;
    private final Processes processes;

    CrowdPages(Crowds crowds, Processes processes) {
        this.crowds = crowds;
        this.processes = processes;
    }

    @GetMapping("/plan/standing")
    String standing(Model model) {
        model.addAttribute("crowds", crowds.list());
        model.addAttribute("models", PlanPages.MODELS);
        model.addAttribute("edition", processes.newestEdition());
        return "plan/standing";
    }
}
