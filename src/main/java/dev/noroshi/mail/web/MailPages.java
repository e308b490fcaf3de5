package dev.noroshi.mail.web;

import dev.noroshi.mail.Mails;
import dev.noroshi.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails of a case, and the window's box of mails that are no answer. */
@Controller
class MailPages {

    private static final int SIZE = 50;

    private final Mails mails;

    MailPages(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/incidents/{number}/mails")
    String ofCase(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        model.addAttribute("number", number);
        model.addAttribute("mails", mails.list(number, null, null, new PageRequest(page, SIZE)));
        return htmx == null ? "mail/case" : "mail/case :: mails";
    }

    @GetMapping("/mails")
    String box(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("mails", mails.box(new PageRequest(page, SIZE)));
        return "mail/box";
    }

    @PostMapping("/mails/{id}/handled")
    String handled(@PathVariable long id) {
        mails.markHandled(id);
        return "redirect:/mails";
    }

    @GetMapping("/mails/undelivered")
    String undelivered(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("mails", mails.undelivered(new PageRequest(page, SIZE)));
        return "mail/undelivered";
    }

    @PostMapping("/mails/{id}/resend")
    String resend(@PathVariable long id) {
        mails.resend(id);
        return "redirect:/mails/undelivered";
    }
}
