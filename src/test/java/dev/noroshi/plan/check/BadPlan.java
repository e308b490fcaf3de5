package dev.noroshi.plan.check;

import java.util.function.UnaryOperator;

/** The shipped plan with one fault in it, and what the check must say of it. */
record BadPlan(String fault, UnaryOperator<ShippedPlan> spoil, String rule, String file, String element) {

    static BadPlan of(String fault, String rule, String file, String element, UnaryOperator<ShippedPlan> spoil) {
        return new BadPlan(fault, spoil, rule, file, element);
    }

    @Override
    public String toString() {
        return fault + " → " + rule;
    }
}
