package dev.noroshi.workflow;

import java.util.Map;

/** Looks at the files of a plan before the engine reads them. */
public interface EditionVeto {

    /**
     * @param files name → content
     * @throws RuntimeException when they may not run; its message says why
     */
    void requireSound(Map<String, byte[]> files);
}
