package dev.noroshi.workflow;

/** Makes acts on a case happen one after the other; implemented by who keeps the cases. */
public interface CaseLock {

    /** Waits for everybody else who acts on the case, and keeps them waiting until the transaction ends. */
    void hold(String incident);

    /** As {@link #hold}, for a job of the engine: the case that its instance runs for; nothing when it runs for none. */
    void holdCaseOf(String job);

    /** The case number behind a job, for a query: its instance's business key begins with it. */
    String NUMBER_OF_JOB = "select substring_index(e.BUSINESS_KEY_, '-', 2) from ACT_RU_JOB j"
            + " join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_ where j.ID_ = :job";
}
