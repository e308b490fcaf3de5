package dev.noroshi.plan.web;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.Roles;
import dev.noroshi.plan.Stoppages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stuck steps: what is wrong, one more try, or on behind it with a second person. */
@Controller
@RequestMapping("/plan/stuck")
class StuckPages {

    private final Stoppages stoppages;

    StuckPages(Stoppages stoppages) {
        this.stoppages = stoppages;
    }

    @GetMapping
    String list(Model model) {
        Actor actor = Actors.current();
        model.addAttribute("steps", stoppages.list());
        model.addAttribute("me", actor.account());
        model.addAttribute("operates", actor.holdsAny(Roles.ADMIN, Roles.LEAD));
        model.addAttribute("approves", actor.holdsAny(Roles.CHIEF, Roles.LEAD));
        return "plan/stuck";
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
