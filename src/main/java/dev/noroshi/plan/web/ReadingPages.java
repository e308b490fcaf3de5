package dev.noroshi.plan.web;

import dev.noroshi.plan.EditionContents;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An edition as people read it: which duties it carries out. */
@Controller
class ReadingPages {

    private final EditionContents contents;

    ReadingPages(EditionContents contents) {
        this.contents = contents;
    }

    @GetMapping("/plan/editions/{number}/coverage")
    String coverage(@PathVariable int number, Model model, Locale locale) {
        model.addAttribute("number", number);
        model.addAttribute("coverage", contents.coverage(number));
        model.addAttribute("locale", locale);
        return "plan/coverage";
    }
}
