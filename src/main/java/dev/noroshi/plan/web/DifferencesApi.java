package dev.noroshi.plan.web;

import dev.noroshi.plan.Contradiction;
import dev.noroshi.plan.Contradictions;
import dev.noroshi.plan.Contradictions.Result;
import dev.noroshi.web.EmptyBody;
import dev.noroshi.web.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Differences between Noroshi and its engine, for operators. */
@RestController
@RequestMapping("/api/v1/plan/differences")
class DifferencesApi {

    /**
     * What the last comparison found.
     *
     * @param comparedAt null before the first
     * @param comparedBy null before the first
     * @param found how many in all; {@code total} of them are listed
     */
    record DifferencesView(
            @Nullable Instant comparedAt,
            @Nullable String comparedBy,
            int found,
            List<Contradiction> items,
            long total,
            int page,
            int size) {

        static DifferencesView of(Result result) {
            return new DifferencesView(
                    result.at(),
                    result.by(),
                    result.found(),
                    result.page().items(),
                    result.page().total(),
                    result.page().page(),
                    result.page().size());
        }
    }

    private final Contradictions contradictions;

    DifferencesApi(Contradictions contradictions) {
        this.contradictions = contradictions;
    }

    @GetMapping
    DifferencesView last(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return DifferencesView.of(contradictions.last(new PageRequest(page, size)));
    }

    /** Compares now. */
    @PostMapping
    DifferencesView compare(@RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        return DifferencesView.of(contradictions.compare());
    }
}
