package dev.noroshi.mail.web;

import dev.noroshi.mail.MailView;
import dev.noroshi.mail.Mails;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails over REST. */
@RestController
class MailApi {

    private final Mails mails;

    MailApi(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/api/v1/mails")
    Page<MailView> list(
            @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return mails.list(incident, direction, new PageRequest(page, size));
    }
}
