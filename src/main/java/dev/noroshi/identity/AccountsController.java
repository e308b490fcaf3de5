package dev.noroshi.identity;

import dev.noroshi.web.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts, for administrators. */
@Controller
@RequestMapping("/admin/accounts")
class AccountsController {

    private static final String BACK = "redirect:/admin/accounts?saved";

    private final Accounts accounts;

    AccountsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("accounts", accounts.list(new PageRequest(page, 100)));
        return "identity/accounts";
    }

    @PostMapping
    String create(
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean administrator) {
        accounts.create(new NewAccount(name, displayName, password, administrator, false));
        return BACK;
    }

    @PostMapping("/{name}/password")
    String resetPassword(@PathVariable String name, @RequestParam String password) {
        accounts.resetPassword(name, password);
        return BACK;
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
}
