package dev.noroshi.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks at what an edition of the plan would make worse, before it is approved. */
public interface EditionCaution {

    /**
     * @param files name → content, of a plan without errors
     * @return sentences in the reader's language, what comes first first; empty when nothing becomes worse
     */
    List<String> worse(Map<String, byte[]> files, Locale reader);
}
