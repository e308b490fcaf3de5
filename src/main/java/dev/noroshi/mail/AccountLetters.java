package dev.noroshi.mail;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.AccountEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what was done with their account, so that nobody does it unnoticed. */
@Component
class AccountLetters {

    private final Mails mails;
    private final JapaneseDates dates;
    private final Clock clock;

    AccountLetters(Mails mails, JapaneseDates dates, Clock clock) {
        this.mails = mails;
        this.dates = dates;
        this.clock = clock;
    }

    @EventListener
    void on(AccountEvent.PasswordChanged changed) {
        if (changed.mailbox() == null) {
            return;
        }
        Instant now = clock.instant();
        mails.queue(new Letter(
                "account/" + changed.account() + "/password/" + now,
                "",
                List.of(changed.mailbox()),
                "password-changed",
                Map.of("when", dates.letter(now), "en.when", dates.table(now), "account", changed.account()),
                null,
                false));
    }
}
