package dev.noroshi.plan.check;

import dev.noroshi.workflow.EditionVeto;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/** No plan with an error comes to the engine; the words of the findings are what the operator reads. */
@Component
class UnsoundPlanVeto implements EditionVeto {

    private static final int MOST_TOLD = 20;

    private final PlanCheck check;

    UnsoundPlanVeto(PlanCheck check) {
        this.check = check;
    }

    @Override
    public void requireSound(Map<String, byte[]> files) {
        List<Finding> errors = check.check(PlanFiles.of(files)).stream()
                .filter(Finding::isError)
                .toList();
        if (!errors.isEmpty()) {
            String words = errors.stream()
                    .limit(MOST_TOLD)
                    .map(UnsoundPlanVeto::words)
                    .collect(Collectors.joining("\n", "この計画は動かせません。 / This plan may not run.\n", ""));
            throw new InvalidConfigurationPropertyValueException("plan", String.join(", ", files.keySet()), words);
        }
    }

    private static String words(Finding finding) {
        return "- %s:%d %s: %s / %s"
                .formatted(
                        finding.file(),
                        finding.line(),
                        finding.elementName(),
                        finding.what(Locale.JAPANESE),
                        finding.what(Locale.ENGLISH));
    }
}
