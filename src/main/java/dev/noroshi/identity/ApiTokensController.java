package dev.noroshi.identity;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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

/** API tokens, for administrators. */
@Controller
@RequestMapping("/admin/tokens")
class ApiTokensController {

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Refusals refusals;

    ApiTokensController(ApiTokens tokens, Accounts accounts, Refusals refusals) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return show(page, model);
    }

    /** Answers with the secret itself and no redirect: what a redirect carries over is kept in the session's table. */
    @PostMapping
    String grant(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String days,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            model.addAttribute("secret", tokens.grant(account, label, scope(scope), number(days)));
        } catch (InvalidInput refused) {
            Map<String, String> typed = Map.of("account", account, "label", label, "scope", scope, "days", days);
            refusals.explain(refused, "account", typed, locale, model);
            response.setStatus(refused.kind().status());
        }
        return show(0, model);
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable long id) {
        tokens.revoke(id);
        return "redirect:/admin/tokens?saved";
    }

    private String show(int page, Model model) {
        model.addAttribute("tokens", tokens.list(new PageRequest(page, 100)));
        model.addAttribute(
                "accounts",
                accounts.list(new PageRequest(0, PageRequest.LARGEST)).items().stream()
                        .filter(Account::enabled)
                        .toList());
        model.addAttribute("scopes", TokenScope.values());
        return "identity/tokens";
    }

    private static @Nullable TokenScope scope(String key) {
        return Arrays.stream(TokenScope.values())
                .filter(scope -> scope.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer number(String text) {
        return text.strip().matches("\\d{1,4}") ? Integer.valueOf(text.strip()) : null;
    }
}
