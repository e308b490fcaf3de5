package dev.noroshi.escalation.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.escalation.proof.CallPreviews;
import dev.noroshi.escalation.proof.ProofOfReach;
import dev.noroshi.escalation.proof.Proven;
import dev.noroshi.escalation.proof.ReachWords;
import dev.noroshi.escalation.proof.Worst;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether every ladder ends in a person, for everybody who sees the roster. */
@Controller
class ReachPages {

    /** The page names so many; REST has them all. */
    private static final int MOST_NAMED = 100;

    private final ProofOfReach proof;
    private final CallPreviews previews;
    private final ReachWords words;
    private final BusinessCalendar calendar;
    private final Clock clock;

    ReachPages(ProofOfReach proof, CallPreviews previews, ReachWords words, BusinessCalendar calendar, Clock clock) {
        this.previews = previews;
        this.calendar = calendar;
        this.clock = clock;
        this.proof = proof;
        this.words = words;
    }

    /** Inside the roster's page: the first hole alone. */
    @GetMapping("/roster/reach")
    String reach(@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Model model) {
        Proven proven = proof.running();
        model.addAttribute("proven", proven);
        model.addAttribute("words", words);
        if (htmx != null) {
            return "escalation/reach :: verdict";
        }
        Map<String, List<Worst>> worst = proven.worst().stream()
                .collect(Collectors.groupingBy(Worst::ladder, TreeMap::new, Collectors.toList()));
        model.addAttribute("worst", worst);
        model.addAttribute("named", proven.holes().stream().limit(MOST_NAMED).toList());
        model.addAttribute(
                "telephoned", proven.byTelephone().stream().limit(MOST_NAMED).toList());
        return "escalation/reach";
    }

    @GetMapping("/roster/preview")
    String preview(
            @RequestParam(defaultValue = "L3") String level,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    LocalDateTime at,
            Model model) {
        Instant moment =
                at == null ? clock.instant() : at.atZone(BusinessCalendar.TOKYO).toInstant();
        model.addAttribute("previews", previews.at(ReachLevel.number(level), moment));
        model.addAttribute("level", level);
        model.addAttribute("at", moment);
        model.addAttribute("typed", at);
        model.addAttribute("open", calendar.isOfficeHours(moment));
        model.addAttribute("words", words);
        return "escalation/preview";
    }
}
