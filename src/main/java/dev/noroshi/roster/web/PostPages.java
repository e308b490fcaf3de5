package dev.noroshi.roster.web;

import dev.noroshi.roster.PostEntry;
import dev.noroshi.roster.Posts;
import dev.noroshi.roster.RosterChanges;
import dev.noroshi.roster.Sections;
import dev.noroshi.web.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person is called and where they belong, over the years. */
@Controller
@RequestMapping("/admin/people/{id}/posts")
class PostPages {

    private final Posts posts;
    private final RosterChanges changes;
    private final Sections sections;
    private final MessageSource messages;

    PostPages(Posts posts, RosterChanges changes, Sections sections, MessageSource messages) {
        this.posts = posts;
        this.changes = changes;
        this.sections = sections;
        this.messages = messages;
    }

    @GetMapping
    String posts(@PathVariable long id, Model model) {
        model.addAttribute("person", changes.person(id));
        model.addAttribute("posts", posts.of(id));
        model.addAttribute("sections", sections.names());
        return "roster/posts";
    }

    @PostMapping
    String enter(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(form);
        try {
            posts.enter(
                    id,
                    new PostEntry(typed.text("title"), typed.text("section"), typed.day("from"), typed.day("until")));
        } catch (InvalidInput invalid) {
            return refused(invalid, id, form, model, locale, response);
        }
        return done(id, redirect);
    }

    @PostMapping("/{post}/end")
    String end(
            @PathVariable long id,
            @PathVariable long post,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            posts.end(id, post, new Typed(form).day("lastDay"));
        } catch (InvalidInput invalid) {
            return refused(invalid, id, form, model, locale, response);
        }
        return done(id, redirect);
    }

    private String refused(
            InvalidInput invalid,
            long id,
            Map<String, String> form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(invalid.kind().status());
        model.addAttribute("typed", form);
        model.addAttribute("errors", Typed.errors(invalid, messages, locale));
        return posts(id, model);
    }

    private static String done(long id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", true);
        return "redirect:/admin/people/" + id + "/posts";
    }
}
