package dev.noroshi.escalation.web;

import dev.noroshi.escalation.proof.CallTrees;
import dev.noroshi.escalation.proof.ReachWords;
import dev.noroshi.roster.Roster;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The call tree to print and to hang up. */
@Controller
class CallTreePages {

    private final CallTrees trees;
    private final Roster roster;
    private final ReachWords words;
    private final Clock clock;

    CallTreePages(CallTrees trees, Roster roster, ReachWords words, Clock clock) {
        this.trees = trees;
        this.roster = roster;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/roster/call-tree")
    String callTree(Model model) {
        Instant now = clock.instant();
        model.addAttribute("trees", trees.at(now));
        model.addAttribute("directory", roster.directory());
        model.addAttribute("at", now);
        model.addAttribute("words", words);
        return "escalation/call-tree";
    }
}
