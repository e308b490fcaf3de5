package dev.noroshi.plan.check;

/**
 * How a process or sub-process can end.
 *
 * @param error the code with which it ends; empty when it ends well
 * @param closed whether the mark was set on the way: as a rule that the case was closed
 */
record Outcome(String error, boolean closed) {

    /** Ended at a step that may not be taken before the mark ({@link Watch#needs}). */
    static final String UNMARKED = " unmarked";

    boolean isError() {
        return !error.isEmpty();
    }

    /** Whether an event that waits for errors hears this one. */
    boolean heardBy(Element event) {
        return event.trigger() == Element.Trigger.ERROR
                && !error.equals(UNMARKED)
                && (event.reference().isEmpty() || event.reference().equals(error));
    }

    Outcome after(boolean closedBefore) {
        return new Outcome(error, closed || closedBefore);
    }
}
