package dev.noroshi.plan.web;

import dev.noroshi.plan.Coverage;
import dev.noroshi.plan.Coverage.Carrier;
import dev.noroshi.plan.Coverage.Covered;
import dev.noroshi.plan.EditionContents;
import dev.noroshi.plan.check.Duties.Duty;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Duties of the policy and who carries them out, for programs. */
@RestController
class CoverageApi {

    /** Both ways: {@code duties} with their elements, {@code elements} with the keys of their duties. */
    record CoverageView(int edition, List<DutyView> duties, List<ElementView> elements) {}

    /** An obligation; {@code covered} when some element carries it out. */
    record DutyView(
            String key,
            String clause,
            String source,
            String text,
            boolean mandatory,
            boolean covered,
            List<ElementView> elements) {

        static DutyView of(Covered it, Locale locale) {
            Duty duty = it.duty();
            List<ElementView> by = it.by().stream()
                    .map(carrier -> ElementView.of(carrier, locale))
                    .toList();
            return new DutyView(
                    duty.key(),
                    duty.clause(locale),
                    duty.source(locale),
                    duty.text(locale),
                    duty.mandatory(),
                    !by.isEmpty(),
                    by);
        }
    }

    /** An element of a model; {@code duties} are keys. */
    record ElementView(
            String file,
            String model,
            String element,
            String type,
            String name,
            List<String> roles,
            String policy,
            List<String> duties) {

        static ElementView of(Carrier it, Locale locale) {
            return new ElementView(
                    it.model().file(),
                    it.model().id(),
                    it.part().id(),
                    it.part().type(),
                    it.part().name(locale),
                    it.part().roles(),
                    it.part().property("policy"),
                    it.duties().stream().map(Duty::key).toList());
        }
    }

    private final EditionContents contents;

    CoverageApi(EditionContents contents) {
        this.contents = contents;
    }

    @GetMapping("/api/v1/plan/editions/{number}/coverage")
    CoverageView coverage(@PathVariable int number, Locale locale) {
        Coverage coverage = contents.coverage(number);
        return new CoverageView(
                number,
                coverage.duties().stream().map(it -> DutyView.of(it, locale)).toList(),
                coverage.elements().stream()
                        .map(it -> ElementView.of(it, locale))
                        .toList());
    }
}
