package dev.noroshi.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Lets the mail be read and answered without a mail program, by anybody at this machine. */
@Controller
@ConditionalOnBooleanProperty("noroshi.demo.enabled")
class MailboxPages {

    private final Mailboxes mailboxes;

    MailboxPages(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Bean
    @Order(1)
    static SecurityFilterChain demoPages(HttpSecurity http) throws Exception {
        return http.securityMatcher("/demo/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @GetMapping("/demo/mail")
    String mail(
            @RequestParam(defaultValue = "ciso@" + City.DOMAIN) String box,
            @RequestParam(required = false) @Nullable Integer before,
            Model model) {
        requireMailbox(box);
        model.addAttribute("boxes", City.mailboxes());
        model.addAttribute("box", box);
        model.addAttribute("letters", mailboxes.letters(box, before));
        return "demo/mail";
    }

    @PostMapping("/demo/mail")
    String reply(@RequestParam String box, @RequestParam int number, @RequestParam String text) {
        requireMailbox(box);
        mailboxes.reply(box, number, text);
        return "redirect:/demo/mail?sent&box=" + box;
    }

    private static void requireMailbox(String box) {
        if (!City.mailboxes().contains(box)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
