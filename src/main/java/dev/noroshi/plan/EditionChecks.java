package dev.noroshi.plan;

import dev.noroshi.plan.check.Finding;
import dev.noroshi.plan.check.PlanCheck;
import dev.noroshi.plan.check.PlanFiles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** What the check says about editions; the files of one never change, so what it said about them is kept. */
@Component
class EditionChecks {

    private static final int KEPT = 20;

    private final PlanCheck check;
    private final Map<String, List<Finding>> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Finding>> eldest) {
            return size() > KEPT;
        }
    });

    EditionChecks(PlanCheck check) {
        this.check = check;
    }

    List<Finding> findings(PlanEdition edition, SortedMap<String, byte[]> files) {
        return known.computeIfAbsent(edition.digest(), it -> check.check(PlanFiles.of(files)));
    }

    boolean mayRun(PlanEdition edition, SortedMap<String, byte[]> files) {
        return findings(edition, files).stream().noneMatch(Finding::isError);
    }

    /** Whether who approves such a plan must say why: a duty of the policy is left out. */
    static boolean needsReason(Finding finding) {
        return finding.rule().startsWith("duty.");
    }
}
