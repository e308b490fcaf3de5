package dev.noroshi.escalation.proof;

import dev.noroshi.roster.RosterCaution;
import dev.noroshi.workflow.EditionCaution;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Names the holes that a change of the roster or a new edition of the plan would open. */
@Component
class ReachCaution implements RosterCaution, EditionCaution {

    private final ProofOfReach proof;
    private final ReachWords words;

    ReachCaution(ProofOfReach proof, ReachWords words) {
        this.proof = proof;
        this.words = words;
    }

    @Override
    public Function<Locale, List<String>> remember() {
        Proven before = proof.now();
        return reader -> said(proof.now().newSince(before), reader);
    }

    @Override
    public List<String> worse(Map<String, byte[]> files, Locale reader) {
        return said(proof.of(files).newSince(proof.now()), reader);
    }

    private List<String> said(List<Hole> holes, Locale reader) {
        return holes.stream().map(hole -> words.sentence(hole, reader)).toList();
    }
}
