package dev.noroshi.roster.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.roster.Roster;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Who holds what, and how to reach them. */
@Controller
class RosterPages {

    private final Roster roster;

    RosterPages(Roster roster) {
        this.roster = roster;
    }

    @GetMapping("/roster")
    String roster(
            @RequestParam(required = false) @Nullable String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        boolean searches = roster.seesContacts(Actors.current());
        model.addAttribute("searches", searches);
        model.addAttribute("q", q);
        if (searches && q != null && !q.isBlank()) {
            model.addAttribute("found", roster.search(q));
        }
        if (htmx != null) {
            return "roster/list :: found";
        }
        model.addAttribute("directory", roster.directory());
        return "roster/list";
    }
}
