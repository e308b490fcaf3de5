package dev.noroshi.journal;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal: auditors read it, auditors and administrators let it be proven. */
@Controller
@RequestMapping("/journal")
class JournalPages {

    static final int SIZE = 100;

    private final Journal journal;

    JournalPages(Journal journal) {
        this.journal = journal;
    }

    @GetMapping
    String read(
            @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "0") int page, Model model) {
        boolean reads = Actors.current().holds(Roles.AUDITOR);
        if (!reads && !Actors.current().holds(Roles.ADMIN)) {
            throw new NotYours("journal.read");
        }
        model.addAttribute("reads", reads);
        model.addAttribute("subject", subject.strip());
        if (reads) {
            model.addAttribute("entries", journal.entries(subject.strip(), new PageRequest(page, SIZE)));
        }
        return "journal/journal";
    }

    /** Answers with the finding itself: it is true of this moment only. */
    @PostMapping("/proof")
    String prove(Model model) {
        model.addAttribute("proof", journal.prove());
        return read("", 0, model);
    }
}
