package dev.noroshi.plan.check;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Says what is wrong with a plan, before any engine reads it. Needs nothing but the files; who holds which role is checked
 * where it is given.
 */
@Component
public class PlanCheck {

    private final List<Rule> rules;

    PlanCheck() {
        this(Catalogue.shipped());
    }

    PlanCheck(Catalogue catalogue) {
        rules = List.of(new ExpressionRule(catalogue));
    }

    /** All findings, errors first; empty for a plan that may run. */
    public List<Finding> check(PlanFiles files) {
        Findings findings = new Findings();
        PlanModel plan = new FileRules(findings).read(files);
        rules.forEach(rule -> rule.look(plan, findings));
        return findings.all();
    }
}
