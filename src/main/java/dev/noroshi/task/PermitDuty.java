package dev.noroshi.task;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.identity.Account;
import dev.noroshi.identity.Accounts;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the window every week, from 60 days before, whose permissions end with the fiscal year unless renewed. */
@Component
class PermitDuty {

    private static final int NAMED = 10;

    private final Accounts accounts;
    private final Mails mails;
    private final JapaneseDates dates;
    private final MessageSource messages;
    private final Clock clock;

    PermitDuty(Accounts accounts, Mails mails, JapaneseDates dates, MessageSource messages, Clock clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    /** The letter's key is that of the week, so that it is queued once, on whatever node. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
    @Transactional
    void look() {
        List<Account> ending = accounts.ending();
        if (ending.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        long week = ChronoUnit.WEEKS.between(LocalDate.EPOCH, LocalDate.ofInstant(now, BusinessCalendar.TOKYO));
        LocalDate last = ending.get(0).permittedUntil();
        String names =
                ending.stream().limit(NAMED).map(it -> "・" + it.displayName()).collect(Collectors.joining("\n"));
        Map<String, String> values = Map.of(
                "what", messages.getMessage("permits.letter.what", new Object[] {ending.size()}, mails.language()),
                "when", dates.letter(now),
                "ask", messages.getMessage("permits.letter.ask", null, mails.language()),
                "deadline", dates.letter(last),
                "reason", names,
                "link", mails.link("/admin/accounts/renewal"));
        mails.queue(
                new Letter("permits/" + week, "", List.of(mails.windowAddress()), "permits-end", values, null, false));
    }
}
