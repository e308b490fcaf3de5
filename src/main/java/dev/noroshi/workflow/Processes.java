package dev.noroshi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The running plan, without a word of the engine. Everything happens in the caller's transaction. */
@Service
public class Processes {

    /** Starts a model of the newest edition under a business key; a repeat for the same model and key does nothing. */
    public void start(String process, String key) {
        throw new UnsupportedOperationException("workflow");
    }

    /** Starts a model of the edition on which {@code incident} runs. */
    public void startBeside(String incident, String process, String key) {
        throw new UnsupportedOperationException("workflow");
    }

    /** Tells all instances under the key that something happened; nobody waiting is fine, the facts are stored already. */
    public void deliver(String message, String key) {
        throw new UnsupportedOperationException("workflow");
    }

    /** Goes on from a step that a person has taken. */
    public void complete(String stepId) {
        throw new UnsupportedOperationException("workflow");
    }

    /** Moves the running timer at an element; does nothing when none runs. */
    public void reschedule(String key, String element, Instant due) {
        throw new UnsupportedOperationException("workflow");
    }

    /** The edition on which the key's case runs; empty before it started. */
    public Optional<String> editionOf(String key) {
        throw new UnsupportedOperationException("workflow");
    }

    /** The edition that new cases get. */
    public String newestEdition() {
        throw new UnsupportedOperationException("workflow");
    }

    /**
     * Decides a table of an edition.
     *
     * @param facts String, Long, Boolean or null (unknown) by input name
     * @return the rows that hit, output values by name; a collect-max table gives one row
     */
    public List<Map<String, Object>> decide(String table, String edition, Map<String, ?> facts) {
        throw new UnsupportedOperationException("workflow");
    }

    /** Every element that the case has come to, in all models, oldest first. */
    public List<ElementState> elements(String incident) {
        throw new UnsupportedOperationException("workflow");
    }

    /** The model's BPMN XML as deployed in an edition. */
    public Optional<String> diagram(String process, String edition) {
        throw new UnsupportedOperationException("workflow");
    }
}
