package dev.noroshi.plan.web;

import dev.noroshi.plan.PlanEditions;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a plan may use, for people who write one. */
@Controller
class VocabularyPages {

    private final VocabularyWords words;
    private final PlanEditions editions;

    VocabularyPages(VocabularyWords words, PlanEditions editions) {
        this.words = words;
        this.editions = editions;
    }

    @GetMapping("/plan/vocabulary")
    String vocabulary(Model model, Locale locale) {
        editions.requireReader();
        model.addAttribute("vocabulary", words.in(locale));
        return "plan/vocabulary";
    }
}
