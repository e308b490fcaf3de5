package dev.noroshi.plan.web;

import dev.noroshi.plan.check.Finding;
import java.util.Locale;

/** What the check found, in the reader's words. */
record FindingView(
        String rule,
        String severity,
        String file,
        int line,
        String element,
        String elementName,
        String what,
        String whatToDo) {

    static FindingView of(Finding finding, Locale locale) {
        return new FindingView(
                finding.rule(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.file(),
                finding.line(),
                finding.element(),
                finding.elementName(locale),
                finding.what(locale),
                finding.whatToDo(locale));
    }
}
