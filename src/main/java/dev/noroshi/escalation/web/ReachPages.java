package dev.noroshi.escalation.web;

import dev.noroshi.escalation.proof.ProofOfReach;
import dev.noroshi.escalation.proof.Proven;
import dev.noroshi.escalation.proof.ReachWords;
import dev.noroshi.escalation.proof.Worst;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Whether every ladder ends in a person, for everybody who sees the roster. */
@Controller
class ReachPages {

    /** The page names so many; REST has them all. */
    private static final int MOST_NAMED = 100;

    private final ProofOfReach proof;
    private final ReachWords words;

    ReachPages(ProofOfReach proof, ReachWords words) {
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
        return "escalation/reach";
    }
}
