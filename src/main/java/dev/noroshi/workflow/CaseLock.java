package dev.noroshi.workflow;

/** Makes acts on a case, or on the roster, happen one after the other; implemented by who keeps them. */
public interface CaseLock {

    /**
     * Waits for everybody else who acts on it, and keeps them waiting until the transaction ends.
     *
     * @param owner a case's number, or {@link BusinessKey#ROSTER}; nothing happens for one that somebody else keeps
     */
    void hold(String owner);

    /**
     * As {@link #hold}, for a job of the engine: what its instance runs for.
     *
     * @return false when that is nothing of one's own
     */
    boolean holdOwnerOf(String job);

    /**
     * As {@link #hold}, for a step at which the plan waits for a person: what it belongs to.
     *
     * @return false when that is nothing of one's own, or there is no such step
     */
    boolean holdOwnerOfStep(String step);

    /** The case number behind a job, for a query: its instance's business key begins with it. */
    String NUMBER_OF_JOB = "select substring_index(e.BUSINESS_KEY_, '-', 2) from ACT_RU_JOB j"
            + " join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_ where j.ID_ = :job";

    /** The owner of a step, for a query. */
    String OWNER_OF_STEP = "select incident from task where id = :step";

    /** The owner behind a job, likewise. */
    String OWNER_OF_JOB = NUMBER_OF_JOB.replace("', 2)", "', 1)");
}
