package dev.noroshi.journal;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.InstallationPart;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.TestLetter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the installation is, part by part, on one page, for administrators. */
@Controller
@RequestMapping("/admin")
class AdminController {

    /** A part as it is shown. */
    record Shown(String key, InstallationPart.State state) {}

    private static final List<String> ORDER = List.of("database", "smtp", "imap", "engine");

    private final List<InstallationPart> parts;
    private final ObjectProvider<BuildProperties> build;
    private final ObjectProvider<TestLetter> letters;
    private final MessageSource messages;

    AdminController(
            List<InstallationPart> parts,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<TestLetter> letters,
            MessageSource messages) {
        this.parts = parts;
        this.build = build;
        this.letters = letters;
        this.messages = messages;
    }

    @GetMapping
    String look(Model model) {
        requireAdministrator();
        model.addAttribute(
                "parts",
                parts.stream()
                        .map(part -> new Shown(part.key(), part.state()))
                        .sorted((one, other) -> ORDER.indexOf(one.key()) - ORDER.indexOf(other.key()))
                        .toList());
        model.addAttribute(
                "version",
                Optional.ofNullable(build.getIfAvailable())
                        .map(BuildProperties::getVersion)
                        .orElse("—"));
        return "journal/admin";
    }

    @PostMapping("/test-letter")
    String sendTestLetter(
            @RequestParam(defaultValue = "") String to, Model model, Locale locale, HttpServletResponse response) {
        requireAdministrator();
        try {
            letters.getObject().send(to.strip());
            return "redirect:/admin?sent";
        } catch (InvalidInput refused) {
            String text =
                    messages.getMessage("error.field." + refused.fields().get(0).code(), null, locale);
            model.addAttribute("errors", Map.of("to", text));
            model.addAttribute("to", to);
            response.setStatus(refused.kind().status());
            return look(model);
        }
    }

    private static void requireAdministrator() {
        if (!Actors.current().holds(Roles.ADMIN)) {
            throw new NotYours("admin");
        }
    }
}
