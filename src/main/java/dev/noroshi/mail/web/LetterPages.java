package dev.noroshi.mail.web;

import dev.noroshi.mail.LetterPreviews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Administrators look at the letters as they would be sent. */
@Controller
class LetterPages {

    private final LetterPreviews letters;

    LetterPages(LetterPreviews letters) {
        this.letters = letters;
    }

    @GetMapping("/admin/letters")
    String all(Model model) {
        model.addAttribute("letters", letters.list());
        model.addAttribute("problems", letters.problems());
        model.addAttribute("folder", letters.folder());
        return "mail/letters";
    }

    @GetMapping("/admin/letters/{name}")
    String one(@PathVariable String name, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("letters", letters.of(name));
        model.addAttribute(
                "problems",
                letters.problems().stream()
                        .filter(problem -> problem.file().startsWith(name + "_"))
                        .toList());
        return "mail/letter";
    }
}
