package dev.noroshi.plan.web;

import dev.noroshi.plan.PlanEditions;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a plan may use, for programs. */
@RestController
class VocabularyApi {

    private final VocabularyWords words;
    private final PlanEditions editions;

    VocabularyApi(VocabularyWords words, PlanEditions editions) {
        this.words = words;
        this.editions = editions;
    }

    @GetMapping("/api/v1/plan/vocabulary")
    VocabularyWords.Vocabulary vocabulary(Locale locale) {
        editions.requireReader();
        return words.in(locale);
    }
}
