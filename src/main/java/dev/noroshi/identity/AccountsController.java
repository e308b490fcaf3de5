package dev.noroshi.identity;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts, for administrators. */
@Controller
@RequestMapping("/admin/accounts")
class AccountsController {

    private static final String BACK = "redirect:/admin/accounts?saved";

    private final Accounts accounts;
    private final Refusals refusals;

    AccountsController(Accounts accounts, Refusals refusals) {
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return show(page, model);
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean administrator,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            accounts.create(new NewAccount(name.strip(), displayName.strip(), password, administrator, false));
            return BACK;
        } catch (InvalidInput | AccountExists refused) {
            Map<String, String> typed =
                    Map.of("name", name, "displayName", displayName, "administrator", String.valueOf(administrator));
            refusals.explain(refused, "name", typed, locale, model);
            response.setStatus(refused.kind().status());
            return show(0, model);
        }
    }

    @PostMapping("/{name}/password")
    String resetPassword(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String password,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            accounts.resetPassword(name, password);
            return BACK;
        } catch (InvalidInput refused) {
            refusals.explain(refused, "password", Map.of(), locale, model);
            model.addAttribute("reset", name);
            response.setStatus(refused.kind().status());
            return show(0, model);
        }
    }

    @PostMapping("/{name}/disable")
    String disable(@PathVariable String name) {
        accounts.disable(name);
        return BACK;
    }

    @PostMapping("/{name}/enable")
    String enable(@PathVariable String name) {
        accounts.enable(name);
        return BACK;
    }

    @PostMapping("/{name}/renew")
    String renew(@PathVariable String name) {
        accounts.renew(name);
        return BACK;
    }

    @GetMapping("/renewal")
    String renewal(Model model) {
        model.addAttribute("ending", accounts.ending());
        model.addAttribute("until", accounts.renewedUntil());
        return "identity/renewal";
    }

    @PostMapping("/renewal")
    String renewMany(@RequestParam(required = false) @Nullable List<String> account, RedirectAttributes redirect) {
        redirect.addFlashAttribute("renewed", accounts.renew(account == null ? List.of() : account));
        return "redirect:/admin/accounts/renewal";
    }

    private String show(int page, Model model) {
        model.addAttribute("ending", accounts.ending().size());
        model.addAttribute("until", accounts.renewedUntil());
        model.addAttribute("accounts", accounts.list(new PageRequest(page, 100)));
        return "identity/accounts";
    }
}
