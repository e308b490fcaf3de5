package dev.noroshi.roster.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.CityDays.CityDay;
import dev.noroshi.roster.CityCalendar;
import dev.noroshi.roster.HolidayLists;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.web.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators correct the city's open and closed days. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarPages {

    private final CityCalendar calendar;
    private final HolidayLists lists;
    private final MessageSource messages;
    private final Clock clock;

    CalendarPages(CityCalendar calendar, HolidayLists lists, MessageSource messages, Clock clock) {
        this.calendar = calendar;
        this.lists = lists;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String year(@RequestParam(required = false) @Nullable Integer year, Model model) {
        return page(year == null ? thisYear() : year, Map.of(), model);
    }

    @PostMapping
    String correct(
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        try {
            LocalDate day = typed.day("day");
            calendar.correct(new CityCalendar.Correction(
                    day,
                    "open".equals(typed.text("state")),
                    typed.text("name"),
                    "true".equals(typed.text("national")),
                    Consent.isGiven(form)));
            return done(day, redirect);
        } catch (NewHoles holes) {
            Consent.ask("/admin/calendar", form, holes, model, response);
            return page(thisYear(), form, model);
        } catch (InvalidInput invalid) {
            response.setStatus(invalid.kind().status());
            model.addAttribute("errors", Typed.errors(invalid, messages, locale));
            return page(thisYear(), form, model);
        }
    }

    @PostMapping("/{day}/restoration")
    String restore(
            @PathVariable LocalDate day,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            calendar.restore(day, Consent.isGiven(form));
            return done(day, redirect);
        } catch (NewHoles holes) {
            Consent.ask("/admin/calendar/" + day + "/restoration", form, holes, model, response);
            return page(day.getYear(), Map.of(), model);
        }
    }

    private static String done(@Nullable LocalDate day, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", true);
        return "redirect:/admin/calendar" + (day == null ? "" : "?year=" + day.getYear());
    }

    private String page(int year, Map<String, String> typed, Model model) {
        CityCalendar.Year shown = calendar.year(year);
        model.addAttribute("shown", shown);
        model.addAttribute("names", calendar.names(shown, LocaleContextHolder.getLocale()));
        model.addAttribute("list", lists.year(year));
        model.addAttribute("unread", lists.unread().orElse(null));
        model.addAttribute(
                "reasons", shown.corrected().stream().collect(Collectors.toMap(CityDay::day, CityDay::name)));
        model.addAttribute("typed", typed);
        return "roster/calendar";
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO).getYear();
    }
}
