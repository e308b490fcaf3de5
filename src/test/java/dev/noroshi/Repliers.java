package dev.noroshi;

import dev.noroshi.Mailbox.Mail;
import dev.noroshi.demo.MailServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A handler with a mail program, who answers the calls of every second case, once each. */
final class Repliers {

    private static final String ACCOUNT = "handler";
    private static final Pattern CALL = Pattern.compile("(R\\d+-\\d*[02468])\\b.*\\[#[0-9A-Z]+]$");

    private final Map<String, String> replied = new ConcurrentHashMap<>();
    private final ScheduledExecutorService hands = Executors.newSingleThreadScheduledExecutor();
    private final Mailbox box;

    Repliers(MailServer server) {
        this(new Mailbox(ACCOUNT + "@city.example.jp", server.smtpPort(), server.imapPort()));
    }

    Repliers(Mailbox box) {
        this.box = box;
        hands.scheduleWithFixedDelay(this::read, 1, 1, TimeUnit.SECONDS);
    }

    /** Who answered, by case. */
    Map<String, String> finish() throws InterruptedException {
        hands.shutdown();
        hands.awaitTermination(30, TimeUnit.SECONDS);
        return Map.copyOf(replied);
    }

    private void read() {
        try {
            for (Mail mail : box.read()) {
                Matcher call = CALL.matcher(mail.subject());
                if (call.find() && !replied.containsKey(call.group(1))) {
                    box.answer(mail, "了解");
                    replied.put(call.group(1), ACCOUNT);
                }
            }
        } catch (IllegalStateException serverAway) {
            // As a person does: again at the next look.
        }
    }
}
