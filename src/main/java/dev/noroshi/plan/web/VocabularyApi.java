package dev.noroshi.plan.web;

import dev.noroshi.plan.PlanEditions;
import java.io.IOException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a plan may use, for programs. */
@RestController
class VocabularyApi {

    private final VocabularyWords words;
    private final PlanEditions editions;
    private final Uploads uploads;

    VocabularyApi(VocabularyWords words, PlanEditions editions, Uploads uploads) {
        this.words = words;
        this.uploads = uploads;
        this.editions = editions;
    }

    @GetMapping("/api/v1/plan/vocabulary")
    VocabularyWords.Vocabulary vocabulary(Locale locale) {
        editions.requireReader();
        return words.in(locale);
    }

    /** Element templates for Camunda Modeler, to be unpacked beside the models. */
    @GetMapping(path = "/api/v1/plan/templates", produces = "application/zip")
    ResponseEntity<byte[]> templates() throws IOException {
        editions.requireReader();
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Resource template :
                new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/templates/*.json")) {
            files.put(".camunda/element-templates/" + template.getFilename(), template.getContentAsByteArray());
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"element-templates.zip\"")
                .body(uploads.zip(files));
    }
}
