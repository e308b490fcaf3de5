package dev.noroshi.plan.check;

/** One thing that a plan must keep to. */
interface Rule {

    void look(PlanModel plan, Findings findings);
}
