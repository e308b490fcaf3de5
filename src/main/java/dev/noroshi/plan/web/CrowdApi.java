package dev.noroshi.plan.web;

import dev.noroshi.plan.Crowd;
import dev.noroshi.plan.Crowds;
import dev.noroshi.web.Page;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where open cases stand, over all of them. */
@RestController
class CrowdApi {

    /** An element at which open cases stand; times in whole seconds. */
    record CrowdView(
            String process,
            String element,
            String name,
            String type,
            int cases,
            long longestSeconds,
            long medianSeconds,
            List<String> incidents) {

        static CrowdView of(Crowd crowd) {
            return new CrowdView(
                    crowd.process(),
                    crowd.element(),
                    crowd.name(),
                    crowd.type(),
                    crowd.cases(),
                    crowd.longest().toSeconds(),
                    crowd.median().toSeconds(),
                    crowd.incidents());
        }
    }

    private final Crowds crowds;

    CrowdApi(Crowds crowds) {
        this.crowds = crowds;
    }

    @GetMapping("/api/v1/plan/standing")
    Page<CrowdView> standing() {
        List<CrowdView> items = crowds.list().stream().map(CrowdView::of).toList();
        return new Page<>(items, items.size(), 0, Math.max(items.size(), 1));
    }
}
