package dev.noroshi.mail;

import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.TestLetter;
import dev.noroshi.web.TextRules;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Proves to an administrator that letters leave and arrive. */
@Component
class ProofLetter implements TestLetter {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    private final Mails mails;
    private final Clock clock;

    ProofLetter(Mails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void send(String to) {
        if (!TextRules.isMailbox(to)) {
            throw new InvalidInput("to", "email");
        }
        mails.queue(new Letter(
                "test/" + UUID.randomUUID(),
                "",
                List.of(to),
                "test",
                Map.of("when", MINUTE.format(clock.instant())),
                null,
                false));
    }
}
