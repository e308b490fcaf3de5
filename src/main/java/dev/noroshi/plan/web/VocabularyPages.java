package dev.noroshi.plan.web;

import dev.noroshi.plan.PlanEditions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        VocabularyWords.Vocabulary vocabulary = words.in(locale);
        model.addAttribute("vocabulary", vocabulary);
        Map<String, List<VocabularyWords.Use>> uses = new LinkedHashMap<>();
        uses.put("actions", vocabulary.actions());
        uses.put("questions", vocabulary.questions());
        uses.put("dates", vocabulary.dates());
        uses.put("lists", vocabulary.lists());
        uses.values().removeIf(List::isEmpty);
        model.addAttribute("uses", uses);
        Map<String, List<VocabularyWords.Entry>> entries = new LinkedHashMap<>();
        entries.put("properties", vocabulary.properties());
        entries.put("roles", vocabulary.roles());
        entries.put("targets", vocabulary.targets());
        entries.put("ladders", vocabulary.ladders());
        entries.put("messages", vocabulary.messages());
        entries.put("runbooks", vocabulary.runbooks());
        entries.put("duties", vocabulary.duties());
        model.addAttribute("entries", entries);
        return "plan/vocabulary";
    }
}
