package dev.noroshi.plan.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.plan.EditionContents;
import dev.noroshi.plan.PlanEdition;
import dev.noroshi.plan.PlanEditions;
import dev.noroshi.plan.Runbooks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** An edition as people read it: which duties it carries out, and on paper, for the day when no computer works. */
@Controller
class ReadingPages {

    private final EditionContents contents;
    private final PlanEditions editions;
    private final Runbooks runbooks;
    private final PrintedSteps steps;
    private final PrintedTables tables;
    private final JapaneseDates dates;
    private final MessageSource messages;
    private final Clock clock;

    ReadingPages(
            EditionContents contents,
            PlanEditions editions,
            Runbooks runbooks,
            PrintedSteps steps,
            PrintedTables tables,
            JapaneseDates dates,
            MessageSource messages,
            Clock clock) {
        this.contents = contents;
        this.editions = editions;
        this.runbooks = runbooks;
        this.steps = steps;
        this.tables = tables;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/plan/editions/{number}/coverage")
    String coverage(@PathVariable int number, Model model, Locale locale) {
        model.addAttribute("number", number);
        model.addAttribute("coverage", contents.coverage(number));
        model.addAttribute("locale", locale);
        return "plan/coverage";
    }

    @GetMapping("/plan/editions/{number}/print")
    String print(@PathVariable int number, Model model, Locale locale) {
        PlanEdition edition = editions.edition(number);
        model.addAttribute("edition", edition);
        model.addAttribute("since", day(edition, locale));
        model.addAttribute("printed", moment(clock.instant(), locale));
        model.addAttribute("coverage", contents.coverage(number));
        model.addAttribute("models", steps.of(contents.of(number), locale));
        model.addAttribute("tables", tables.of(contents.of(number), locale));
        model.addAttribute("roles", steps.roles(contents.of(number)));
        model.addAttribute("runbooks", runbooks.all(locale));
        model.addAttribute("locale", locale);
        return "plan/print";
    }

    /** Edition, dates and page at the edges of each sheet; the rest is in {@code print.css}. */
    @GetMapping(path = "/plan/editions/{number}/print.css", produces = "text/css;charset=UTF-8")
    @ResponseBody
    String edges(@PathVariable int number, Locale locale) {
        String title = text("plan.title", locale) + " " + text("plan.edition.number", locale, number);
        PlanEdition edition = editions.edition(number);
        String since =
                text(edition.effectiveFrom() == null ? "plan.edition.uploaded" : "plan.edition.effective", locale)
                        + text("print.colon", locale)
                        + day(edition, locale);
        String printed = text("print.printed", locale) + text("print.colon", locale) + moment(clock.instant(), locale);
        return "@page { @top-left { content: \"%s\" } @top-right { content: \"%s\" }".formatted(title, since)
                + " @bottom-left { content: \"%s\" }".formatted(printed)
                + " @bottom-right { content: counter(page) \" / \" counter(pages) } }\n";
    }

    /** From when it holds; before it does, when it was made. */
    private String day(PlanEdition edition, Locale locale) {
        Instant at = Objects.requireNonNullElse(edition.effectiveFrom(), edition.uploadedAt());
        LocalDate day = LocalDate.ofInstant(at, BusinessCalendar.TOKYO);
        return isJapanese(locale) ? dates.letter(day) : dates.table(day);
    }

    private String moment(Instant at, Locale locale) {
        return isJapanese(locale) ? dates.letter(at) : dates.table(at);
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
