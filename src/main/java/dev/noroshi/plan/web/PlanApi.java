package dev.noroshi.plan.web;

import dev.noroshi.plan.Place;
import dev.noroshi.plan.Standing;
import dev.noroshi.plan.Standings;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a case stands in its edition of the plan. */
@RestController
@RequestMapping("/api/v1")
class PlanApi {

    /** Where a case stands; {@code deadline} is the soonest of all that waits. */
    record CaseStanding(
            @Nullable String edition,
            @Nullable Integer editionNumber,
            @Nullable Instant deadline,
            List<ElementView> elements) {}

    /**
     * One element that the case has come to.
     *
     * @param state {@code active}, {@code done}, {@code cancelled} or {@code stuck}
     * @param roles who may take it, while it waits for a person
     * @param due until when a person has, or a timer waits
     */
    record ElementView(
            String process,
            String element,
            String name,
            String type,
            String key,
            String state,
            Instant since,
            @Nullable Instant until,
            List<String> roles,
            @Nullable String assignee,
            @Nullable Instant due,
            boolean overdue) {

        static ElementView of(Place place) {
            return new ElementView(
                    place.at().process(),
                    place.at().element(),
                    place.name(),
                    place.at().type(),
                    place.at().key(),
                    place.at().state().key(),
                    place.at().since(),
                    place.at().until(),
                    place.roles(),
                    place.assignee(),
                    place.due(),
                    place.overdue());
        }
    }

    private final Standings standings;

    PlanApi(Standings standings) {
        this.standings = standings;
    }

    /** Asked again with {@code If-None-Match}, answers 304 as long as nothing has moved. */
    @GetMapping("/incidents/{number}/process")
    ResponseEntity<CaseStanding> standing(
            @PathVariable String number,
            @Parameter(description = "of a reopened case one of its courses, from 1; without, the last")
                    @RequestParam(required = false)
                    @Nullable
                    Integer course) {
        Standing standing = course == null ? standings.of(number) : standings.of(number, course);
        CaseStanding view = new CaseStanding(
                standing.edition(),
                standing.number(),
                standing.deadline().orElse(null),
                standing.places().stream().map(ElementView::of).toList());
        return ResponseEntity.ok().eTag(tag(view)).body(view);
    }

    /** The same for the same content. */
    static String tag(Record view) {
        return "\"" + DigestUtils.md5DigestAsHex(view.toString().getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
