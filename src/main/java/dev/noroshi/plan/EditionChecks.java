package dev.noroshi.plan;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.plan.check.Finding;
import dev.noroshi.plan.check.People;
import dev.noroshi.plan.check.PlanCheck;
import dev.noroshi.plan.check.PlanFiles;
import dev.noroshi.roster.Roster;
import dev.noroshi.workflow.EditionCaution;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What the check says about editions; the files of one never change, so what it said about them is kept. */
@Component
class EditionChecks {

    private static final int KEPT = 20;
    private static final int NAMED = 10;

    private final PlanCheck check;
    private final Roster roster;
    private final List<EditionCaution> cautions;
    private final Clock clock;
    private final Map<String, List<Finding>> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Finding>> eldest) {
            return size() > KEPT;
        }
    });

    EditionChecks(PlanCheck check, Roster roster, List<EditionCaution> cautions, Clock clock) {
        this.cautions = List.copyOf(cautions);
        this.check = check;
        this.roster = roster;
        this.clock = clock;
    }

    /** What is wrong with its files, and with who would have to work by it today. */
    List<Finding> findings(PlanEdition edition, SortedMap<String, byte[]> files) {
        List<Finding> all = new ArrayList<>(ofFiles(edition, () -> files));
        all.addAll(check.staffing(PlanFiles.of(files), people()));
        return all;
    }

    private List<Finding> ofFiles(PlanEdition edition, Supplier<SortedMap<String, byte[]>> files) {
        return known.computeIfAbsent(edition.digest(), it -> check.check(PlanFiles.of(files.get())));
    }

    private People people() {
        List<People.Holding> holdings = roster.appointments().stream()
                .map(it -> new People.Holding(
                        it.role(),
                        String.valueOf(it.personId()),
                        it.person(),
                        it.validFrom(),
                        Objects.requireNonNullElse(it.validUntil(), LocalDate.MAX)))
                .toList();
        return new People(LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO), holdings);
    }

    boolean mayRun(PlanEdition edition, SortedMap<String, byte[]> files) {
        return ofFiles(edition, () -> files).stream().noneMatch(Finding::isError);
    }

    /** Whether nothing is wrong with one of its files; {@code all} is asked for only when the edition was not checked yet. */
    boolean isSound(PlanEdition edition, String file, Supplier<SortedMap<String, byte[]>> all) {
        return ofFiles(edition, all).stream()
                .noneMatch(finding -> finding.isError() && finding.file().equals(file));
    }

    /** Calls that would reach nobody under such a plan, and do now; in sentences, at most so many. */
    List<String> unreached(PlanEdition edition, SortedMap<String, byte[]> files, Locale reader) {
        return mayRun(edition, files)
                ? cautions.stream()
                        .flatMap(caution -> caution.worse(files, reader).stream())
                        .limit(NAMED)
                        .toList()
                : List.of();
    }

    /** Whether who approves such a plan must say why: a duty of the policy is left out, or somebody is no longer reached. */
    boolean needReason(PlanEdition edition, List<Finding> findings, SortedMap<String, byte[]> files) {
        return findings.stream().anyMatch(finding -> finding.rule().startsWith("duty."))
                || !unreached(edition, files, Locale.JAPANESE).isEmpty();
    }
}
