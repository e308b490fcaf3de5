package dev.noroshi.plan.web;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.Roles;
import dev.noroshi.plan.Contradictions;
import dev.noroshi.plan.Stoppages;
import dev.noroshi.web.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stuck steps: what is wrong, one more try, or on behind it with a second person; and what contradicts itself. */
@Controller
@RequestMapping("/plan/stuck")
class StuckPages {

    private static final int SHOWN = 50;

    private final Stoppages stoppages;
    private final Contradictions contradictions;

    StuckPages(Stoppages stoppages, Contradictions contradictions) {
        this.stoppages = stoppages;
        this.contradictions = contradictions;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Actor actor = Actors.current();
        model.addAttribute("steps", stoppages.list());
        model.addAttribute("differences", contradictions.last(new PageRequest(page, SHOWN)));
        model.addAttribute("me", actor.account());
        model.addAttribute("operates", actor.holdsAny(Roles.ADMIN, Roles.LEAD));
        model.addAttribute("approves", actor.holdsAny(Roles.CHIEF, Roles.LEAD));
        return "plan/stuck";
    }

    @PostMapping("/comparison")
    String compare() {
        contradictions.compare();
        return "redirect:/plan/stuck#differences";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id) {
        stoppages.retry(id);
        return "redirect:/plan/stuck";
    }

    @PostMapping("/{id}/skip")
    String skip(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        stoppages.proposeSkip(id, reason);
        return "redirect:/plan/stuck";
    }

    @PostMapping("/{id}/skip-approval")
    String approve(@PathVariable String id) {
        stoppages.approveSkip(id);
        return "redirect:/plan/stuck";
    }
}
