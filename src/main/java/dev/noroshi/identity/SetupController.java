package dev.noroshi.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that makes the first administrator. */
@Controller
class SetupController {

    private final FirstAdministrator first;

    SetupController(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping("/setup")
    String form() {
        first.requireOpen();
        return "identity/setup";
    }

    @PostMapping("/setup")
    String create(
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam String password) {
        first.create(code, name, displayName, password);
        return "redirect:/login";
    }
}
