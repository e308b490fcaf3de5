package dev.noroshi.plan.check;

/**
 * How a process or sub-process can end.
 *
 * @param error the code with which it ends; empty when it ends well
 * @param closed whether the case was closed on the way
 */
record Outcome(String error, boolean closed) {

    boolean isError() {
        return !error.isEmpty();
    }

    /** Whether an event that waits for errors hears this one. */
    boolean heardBy(Element event) {
        return event.trigger() == Element.Trigger.ERROR
                && (event.reference().isEmpty() || event.reference().equals(error));
    }

    Outcome after(boolean closedBefore) {
        return new Outcome(error, closed || closedBefore);
    }
}
