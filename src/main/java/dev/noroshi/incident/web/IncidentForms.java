package dev.noroshi.incident.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.incident.Evidence;
import dev.noroshi.incident.Incidents;
import dev.noroshi.incident.RegisterChanges;
import dev.noroshi.incident.Reopenings;
import dev.noroshi.web.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do on the page of a case; it tells afterwards what came of it, or what must be changed. */
@Controller
@RequestMapping("/incidents/{number}")
class IncidentForms {

    private final Incidents incidents;
    private final Reopenings reopenings;
    private final RegisterChanges register;
    private final Evidence evidence;
    private final IncidentTexts texts;

    IncidentForms(
            Incidents incidents,
            Reopenings reopenings,
            RegisterChanges register,
            Evidence evidence,
            IncidentTexts texts) {
        this.incidents = incidents;
        this.reopenings = reopenings;
        this.register = register;
        this.evidence = evidence;
        this.texts = texts;
    }

    @PostMapping("/notes")
    String note(
            @PathVariable String number, @RequestParam(defaultValue = "") String text, RedirectAttributes redirect) {
        return act(number, "note", Map.of("text", text), redirect, () -> incidents.note(number, text));
    }

    @PostMapping("/evidence")
    String attach(
            @PathVariable String number,
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        byte[] content = file.getBytes();
        return act(number, "evidence", Map.of("note", note), redirect, () -> {
            evidence.attach(number, name, content, note);
        });
    }

    @GetMapping("/evidence/{id}")
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable String id) {
        return EvidenceDownload.of(evidence.item(number, id), evidence.content(number, id));
    }

    @PostMapping("/level")
    String level(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        String asked = Objects.requireNonNullElse(level, "");
        Map<String, String> given = Map.of("level", asked, "reason", reason);
        return act(number, "level", given, redirect, () -> {
            incidents.proposeLevel(number, IncidentApi.level(asked), reason);
        });
    }

    @PostMapping("/added-segments")
    String containAdded(@PathVariable String number, RedirectAttributes redirect) {
        return act(number, "added-segments", Map.of(), redirect, () -> register.contain(number));
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        Map<String, String> given = Map.of("reason", reason);
        return act(number, "withdrawal", given, redirect, () -> incidents.proposeWithdrawal(number, reason));
    }

    @PostMapping("/reopenings")
    String reopen(
            @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        boolean asks = !Reopenings.decides(Actors.current());
        return act(number, asks ? "reopening-asked" : "reopening", Map.of("reason", reason), redirect, () -> {
            reopenings.reopen(number, reason);
        });
    }

    private String act(
            String number, String form, Map<String, String> given, RedirectAttributes redirect, Runnable act) {
        redirect.addAttribute("number", number);
        try {
            act.run();
            redirect.addFlashAttribute("done", form);
            return "redirect:/incidents/{number}";
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID && problem.kind() != Problem.Kind.TOO_LARGE) {
                throw problem;
            }
            redirect.addFlashAttribute("errors", texts.errors(form, problem));
            redirect.addFlashAttribute("given", Map.of(form, given));
            return "redirect:/incidents/{number}#" + form;
        }
    }
}
