package dev.noroshi.roster.web;

import dev.noroshi.roster.HolidayListDoubtful;
import dev.noroshi.roster.HolidayLists;
import dev.noroshi.roster.HolidayPreview;
import dev.noroshi.roster.HolidayWords;
import dev.noroshi.roster.HolidaysMoved;
import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.SheetRefused;
import dev.noroshi.web.IfMatch;
import dev.noroshi.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators read the official list of holidays: chosen, looked at, taken. The file travels with the page that shows it. */
@Controller
@RequestMapping("/admin/calendar/holidays")
class HolidayPages {

    private static final String PAGE = "roster/holidays";
    private static final String CALENDAR = "redirect:/admin/calendar";

    private final HolidayLists lists;
    private final HolidayWords words;
    private final SheetTexts texts;

    HolidayPages(HolidayLists lists, HolidayWords words, SheetTexts texts) {
        this.lists = lists;
        this.words = words;
        this.texts = texts;
    }

    /** Also where a preview is opened anew, as in another language: its file is gone. */
    @GetMapping({"", "/preview"})
    String choose() {
        return CALENDAR;
    }

    @PostMapping("/preview")
    String preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return shown(bytes, name, model, locale, response);
    }

    @PostMapping
    String take(
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        byte[] bytes = Carried.bytes(form.getOrDefault("content", ""));
        String name = form.getOrDefault("name", "");
        try {
            redirect.addFlashAttribute(
                    "read",
                    lists.take(bytes, name, IfMatch.version(form.getOrDefault("version", "")), Consent.isGiven(form))
                            .years());
            return CALENDAR;
        } catch (HolidaysMoved | HolidayListDoubtful | NewHoles | SheetRefused refused) {
            Problem problem = refused;
            response.setStatus(problem.kind().status());
            model.addAttribute("moved", problem instanceof HolidaysMoved);
        }
        return shown(bytes, name, model, locale, response);
    }

    @PostMapping("/{year}/restoration")
    String compute(
            @PathVariable int year,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String back = CALENDAR + "?year=" + year;
        try {
            lists.compute(year, Consent.isGiven(form));
            redirect.addFlashAttribute("done", true);
            return back;
        } catch (NewHoles holes) {
            Consent.ask("/admin/calendar/holidays/" + year + "/restoration", form, holes, model, response);
            return PAGE;
        }
    }

    private String shown(byte[] bytes, String name, Model model, Locale locale, HttpServletResponse response) {
        HolidayPreview preview = lists.preview(bytes);
        if (!preview.errors().isEmpty()) {
            response.setStatus(422);
        }
        model.addAttribute("preview", preview);
        model.addAttribute("words", words);
        model.addAttribute("errors", texts.of(preview.errors(), locale));
        model.addAttribute("content", Carried.text(bytes));
        model.addAttribute("name", name);
        return PAGE;
    }
}
