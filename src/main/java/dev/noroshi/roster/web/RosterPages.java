package dev.noroshi.roster.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Actors;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.roster.RosterConfirmation;
import dev.noroshi.roster.RosterConfirmations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who holds what, and how to reach them. */
@Controller
class RosterPages {

    private final Roster roster;
    private final RosterConfirmations confirmations;
    private final Clock clock;

    RosterPages(Roster roster, RosterConfirmations confirmations, Clock clock) {
        this.confirmations = confirmations;
        this.clock = clock;
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
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO));
        if (searches && q != null && !q.isBlank()) {
            model.addAttribute("found", roster.search(q));
        }
        if (htmx != null) {
            return "roster/list :: found";
        }
        model.addAttribute("directory", roster.directory());
        if (searches) {
            List<RosterConfirmation> last = confirmations.last();
            model.addAttribute("confirmations", last);
            model.addAttribute("confirmers", names(last));
            model.addAttribute("mayConfirm", confirmations.mayConfirm());
            model.addAttribute("now", clock.instant());
        }
        return "roster/list";
    }

    private Map<String, String> names(List<RosterConfirmation> confirmed) {
        return confirmed.stream()
                .flatMap(it -> Optional.ofNullable(it.confirmedBy()).stream())
                .distinct()
                .collect(Collectors.toMap(
                        it -> it, it -> roster.personOf(it).map(Person::name).orElse(it)));
    }

    @PostMapping("/roster/confirmation")
    String confirm(@RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        confirmations.confirm(note);
        redirect.addFlashAttribute("confirmed", true);
        return "redirect:/roster";
    }
}
