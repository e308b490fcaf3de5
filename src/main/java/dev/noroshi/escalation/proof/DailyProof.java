package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.JapaneseDates;
import dev.noroshi.mail.Letter;
import dev.noroshi.mail.Mails;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the window every day of the holes of the coming year. The letter's key is the day's, so that it is queued once, on
 * whatever node; a day that begins sound is looked at again until its letter has gone or it is over.
 */
@Component
class DailyProof {

    /** A letter names so many; the page has them all. */
    private static final int NAMED = 5;

    private final ProofOfReach proof;
    private final ReachWords words;
    private final Mails mails;
    private final JapaneseDates dates;
    private final MessageSource messages;
    private final Clock clock;
    private final LocalTime earliest;

    DailyProof(
            ProofOfReach proof,
            ReachWords words,
            Mails mails,
            JapaneseDates dates,
            MessageSource messages,
            Clock clock,
            @Value("${noroshi.roster.reach-letter:08:00}") String earliest) {
        this.proof = proof;
        this.words = words;
        this.mails = mails;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
        this.earliest = LocalTime.parse(earliest);
    }

    @Scheduled(fixedDelayString = "${noroshi.roster.reach-look:PT30M}", initialDelayString = "PT5M")
    @Transactional
    void look() {
        ZonedDateTime now = clock.instant().atZone(BusinessCalendar.TOKYO);
        if (!now.toLocalTime().isBefore(earliest)) {
            Proven proven = proof.now();
            if (!proven.holes().isEmpty()) {
                mails.queue(letter(proven, now.toLocalDate(), now.toInstant()));
            }
        }
    }

    private Letter letter(Proven proven, LocalDate day, Instant now) {
        String named = named(proven.holes());
        List<Hole> telephoned = proven.byTelephone();
        if (!telephoned.isEmpty()) {
            named += "\n\n" + text("letter.by-telephone", telephoned.size()) + "\n" + named(telephoned);
        }
        Map<String, String> values = Map.of(
                "what", text("letter.what", proven.holes().size()),
                "when", dates.letter(now),
                "ask", text("letter.ask"),
                "reason", named,
                "link", mails.link("/roster/reach"));
        return new Letter("reach/" + day, "", List.of(mails.windowAddress()), "reach-holes", values, null, false);
    }

    private String named(List<Hole> holes) {
        return holes.stream()
                .limit(NAMED)
                .map(hole -> "・" + words.sentence(hole, mails.language()))
                .collect(Collectors.joining("\n"));
    }

    private String text(String key, Object... values) {
        return messages.getMessage("reach." + key, values, mails.language());
    }
}
