package dev.noroshi.plan;

import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import dev.noroshi.web.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares once a night, on whichever node comes first; a night when no node was up is made good in the morning. The
 * window gets a letter when there is a difference that no letter told of yet, and again each week while any stays.
 */
@Component
class NightlyComparison {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Duration AGAIN = Duration.ofDays(7);

    /** A letter names so many; the page has them all. */
    private static final int NAMED = 5;

    private final Contradictions contradictions;
    private final ContradictionStore store;
    private final Mails mails;
    private final JapaneseDates dates;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final @Nullable CronExpression nightly;

    NightlyComparison(
            Contradictions contradictions,
            ContradictionStore store,
            Mails mails,
            JapaneseDates dates,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${noroshi.plan.compare:0 0 3 * * *}") String nightly) {
        this.contradictions = contradictions;
        this.store = store;
        this.mails = mails;
        this.dates = dates;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.nightly = nightly.equals(Scheduled.CRON_DISABLED) ? null : CronExpression.parse(nightly);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void tick() {
        Instant now = clock.instant();
        Instant done = store.nightsDone();
        if (comesAfter(done).filter(next -> !next.isAfter(now)).isPresent() && store.takeNights(done, now)) {
            contradictions.find();
            transaction.executeWithoutResult(status -> tell());
        }
    }

    private Optional<Instant> comesAfter(Instant done) {
        return Optional.ofNullable(nightly)
                .map(it -> it.next(done.atZone(TOKYO)))
                .map(ZonedDateTime::toInstant);
    }

    private void tell() {
        Instant now = clock.instant();
        if (store.untold(now.minus(AGAIN))) {
            mails.queue(letter(now));
            store.told(now);
        }
    }

    private Letter letter(Instant now) {
        int found = store.last().map(ContradictionStore.Last::found).orElse(0);
        String named = store.list(new PageRequest(0, NAMED)).stream()
                .map(it -> text("differences.letter.line", it.key(), text("differences." + it.kind())))
                .collect(Collectors.joining("\n"));
        Map<String, String> values = Map.of(
                "what", text("differences.letter.what", found),
                "when", dates.letter(now),
                "state", text("differences.letter.state"),
                "ask", text("differences.letter.ask"),
                "reason", named,
                "link", mails.link("/plan/stuck"));
        return new Letter(
                "differences/" + now, "", List.of(mails.windowAddress()), "plan-differences", values, null, false);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, mails.language());
    }
}
