package dev.noroshi.identity;

import dev.noroshi.web.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that makes the first administrator. */
@Controller
class SetupController {

    private final FirstAdministrator first;
    private final Refusals refusals;

    SetupController(FirstAdministrator first, Refusals refusals) {
        this.first = first;
        this.refusals = refusals;
    }

    @GetMapping("/setup")
    String form() {
        first.requireOpen();
        return "identity/setup";
    }

    @PostMapping("/setup")
    String create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String password,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            first.create(code, name.strip(), displayName.strip(), password);
            return "redirect:/login";
        } catch (InvalidInput | FirstAdministrator.TooManyCodes refused) {
            refusals.explain(refused, "code", Map.of("name", name, "displayName", displayName), locale, model);
            response.setStatus(refused.kind().status());
            return "identity/setup";
        }
    }
}
