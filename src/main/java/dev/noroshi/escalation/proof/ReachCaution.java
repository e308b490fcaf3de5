package dev.noroshi.escalation.proof;

import dev.noroshi.roster.RosterCaution;
import dev.noroshi.workflow.EditionCaution;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return reader -> worse(before, proof.now(), reader);
    }

    @Override
    public List<String> worse(Map<String, byte[]> files, Locale reader) {
        return worse(proof.now(), proof.of(files), reader);
    }

    /** Holes first, then what only the telephone still reaches. */
    private List<String> worse(Proven before, Proven after, Locale reader) {
        return Stream.concat(after.newSince(before).stream(), after.byTelephoneSince(before).stream())
                .map(hole -> words.sentence(hole, reader))
                .toList();
    }
}
