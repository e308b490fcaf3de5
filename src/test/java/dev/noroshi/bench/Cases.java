package dev.noroshi.bench;

import java.util.List;

/** One way to lead cases through the plan; {@link Drive} goes the same path on each. */
interface Cases {

    /** A step that waits for a person. */
    record Waiting(String id, String element) {}

    /** @return the business key of a new case */
    String begin();

    List<Waiting> waiting(String key);

    void complete(String key, Waiting step);

    boolean ended(String key);

    /** Waits until something is new. */
    void pause(String key);
}
