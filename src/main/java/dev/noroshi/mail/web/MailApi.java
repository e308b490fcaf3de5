package dev.noroshi.mail.web;

import dev.noroshi.mail.MailView;
import dev.noroshi.mail.Mails;
import dev.noroshi.web.EmptyBody;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return mails.list(incident, direction, state, new PageRequest(page, size));
    }

    /** Sends a letter again that failed or came back; {@code id} as the list has it, such as {@code out-12}. */
    @PostMapping("/api/v1/mails/out-{id}/resend")
    ResponseEntity<Void> resend(
            @PathVariable long id, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        mails.resend(id);
        return ResponseEntity.noContent().build();
    }
}
