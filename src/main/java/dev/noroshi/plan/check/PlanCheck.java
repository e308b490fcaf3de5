package dev.noroshi.plan.check;

import java.util.List;
import java.util.Optional;
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
        rules = List.of(
                new ModelRule(),
                new MessageRule(catalogue),
                new CallRule(),
                new EventRule(),
                new StepRule(catalogue),
                new FourEyesRule(),
                new ExpressionRule(catalogue),
                new TableRule(catalogue),
                new ChecklistRule(),
                new FlowShapeRule(),
                new PictureRule(),
                new DutyRule(),
                new LengthRule(),
                new CoverageRule(),
                new FlowRule(),
                new CisoRule(),
                new InvariantRule());
    }

    /** All findings, errors first; empty for a plan that may run. */
    public List<Finding> check(PlanFiles files) {
        return check(files, Optional.empty());
    }

    /** As {@link #check(PlanFiles)}, and whether the people who are there can do what the plan asks of them. */
    public List<Finding> check(PlanFiles files, Optional<People> people) {
        Findings findings = new Findings();
        PlanModel plan = new FileRules(findings).read(files);
        rules.forEach(rule -> rule.look(plan, findings));
        people.ifPresent(known -> new PeopleRule(known).look(plan, findings));
        return findings.all();
    }

    /** Only whether the people who are there can do what the plan asks of them: that changes while its files do not. */
    public List<Finding> staffing(PlanFiles files, People people) {
        PlanModel plan = new FileRules(new Findings()).read(files);
        Findings findings = new Findings();
        new PeopleRule(people).look(plan, findings);
        return findings.all();
    }
}
