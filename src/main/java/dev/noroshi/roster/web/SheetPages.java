package dev.noroshi.roster.web;

import dev.noroshi.roster.NewHoles;
import dev.noroshi.roster.RosterMoved;
import dev.noroshi.roster.RosterSheets;
import dev.noroshi.roster.SheetPreview;
import dev.noroshi.roster.SheetRefused;
import dev.noroshi.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators put a file in place of typing: chosen, looked at, taken. The file travels with the page that shows it. */
@Controller
@RequestMapping("/admin/people/import")
class SheetPages {

    private static final String PAGE = "roster/import";

    private final RosterSheets sheets;
    private final SheetTexts texts;

    SheetPages(RosterSheets sheets, SheetTexts texts) {
        this.sheets = sheets;
        this.texts = texts;
    }

    @GetMapping
    String choose() {
        sheets.requireAdmin();
        return PAGE;
    }

    @GetMapping("/roster.csv")
    ResponseEntity<byte[]> export(Locale locale) {
        return SheetDownload.of(sheets.export(locale), sheets.version());
    }

    @PostMapping("/preview")
    String preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        return shown(bytes, model, locale, response);
    }

    @PostMapping
    String take(
            @RequestParam String content,
            @RequestParam String version,
            @RequestParam(defaultValue = "false") boolean consent,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        byte[] bytes = Carried.bytes(content);
        try {
            int changes = sheets.take(bytes, IfMatch.version(version), consent)
                    .changes()
                    .size();
            redirect.addFlashAttribute("taken", changes);
            return "redirect:/admin/people/import";
        } catch (RosterMoved moved) {
            model.addAttribute("moved", true);
            response.setStatus(moved.kind().status());
        } catch (SheetRefused | NewHoles refused) {
            response.setStatus(refused.kind().status());
        }
        return shown(bytes, model, locale, response);
    }

    private String shown(byte[] bytes, Model model, Locale locale, HttpServletResponse response) {
        SheetPreview preview = sheets.preview(bytes);
        if (!preview.errors().isEmpty()) {
            response.setStatus(422);
        }
        model.addAttribute("preview", preview);
        model.addAttribute("errors", texts.of(preview.errors(), locale));
        model.addAttribute("content", Carried.text(bytes));
        return PAGE;
    }
}
