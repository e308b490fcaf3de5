package dev.noroshi.plan;

import dev.noroshi.plan.check.Finding;
import dev.noroshi.web.Problem;
import java.util.List;

/** The check finds errors: such a plan may not run. */
class FaultyPlan extends Problem {
    FaultyPlan(List<Finding> findings) {
        super(
                Kind.INVALID,
                "plan.faulty",
                findings.stream().filter(Finding::isError).count());
    }
}
