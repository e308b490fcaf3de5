package dev.noroshi.identity;

import dev.noroshi.web.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which everybody changes the own password. */
@Controller
@RequestMapping("/account/password")
class OwnPasswordController {

    private final OwnPassword password;
    private final Refusals refusals;

    OwnPasswordController(OwnPassword password, Refusals refusals) {
        this.password = password;
        this.refusals = refusals;
    }

    @GetMapping
    String form() {
        return "identity/password";
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            this.password.change(
                    new OwnPassword.Change(old, password, again),
                    request.getRemoteAddr(),
                    request.getSession().getId());
        } catch (InvalidInput | OwnPassword.Throttled refused) {
            refusals.explain(refused, "old", Map.of(), locale, model);
            response.setStatus(refused.kind().status());
            return "identity/password";
        }
        request.changeSessionId();
        return "redirect:/account/password?saved";
    }
}
