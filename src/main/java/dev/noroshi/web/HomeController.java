package dev.noroshi.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
class HomeController {

    private final Frame frame;

    HomeController(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/")
    String home() {
        return "redirect:" + frame.home();
    }

    @GetMapping("/login")
    String login() {
        return "web/login";
    }
}
