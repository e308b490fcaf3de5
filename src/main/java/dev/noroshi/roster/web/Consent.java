package dev.noroshi.roster.web;

import dev.noroshi.roster.NewHoles;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.ui.Model;

/**
 * What a page asks before a change that opens a hole: the same form again, with consent.
 *
 * @param action where the form goes
 * @param typed what was typed, by input
 */
record Consent(String action, Map<String, String> typed, List<String> holes) {

    private static final String GIVEN = "consent";

    static boolean isGiven(Map<String, String> form) {
        return "true".equals(form.get(GIVEN));
    }

    static void ask(
            String action, Map<String, String> form, NewHoles holes, Model model, HttpServletResponse response) {
        response.setStatus(holes.kind().status());
        Map<String, String> typed = form.entrySet().stream()
                .filter(it -> !it.getKey().equals("_csrf"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        model.addAttribute("consent", new Consent(action, typed, holes.holes()));
    }
}
