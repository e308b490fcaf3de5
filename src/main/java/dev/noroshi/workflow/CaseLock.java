package dev.noroshi.workflow;

/** Makes acts on a case happen one after the other; implemented by who keeps the cases. */
public interface CaseLock {

    /** Waits for everybody else who acts on the case, and keeps them waiting until the transaction ends. */
    void hold(String incident);
}
