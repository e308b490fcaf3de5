package dev.noroshi.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells mails of machines from those of people: reports of delivery, auto-replies (RFC 3834 or not), our own letters. */
final class Machines {

    /** Every letter of ours carries it. */
    static final String OURS = "X-Noroshi";

    private static final Pattern SENDER = Pattern.compile("(mailer-daemon|postmaster)@.*");
    private static final Pattern NO_REPLY = Pattern.compile("(no-?reply|do-?not-?reply)(\\+[^@]*)?@.*");
    private static final Pattern REPORT_SUBJECT = Pattern.compile(
            "(?i)\\s*(undeliver|delivery (status|failure|has failed)|mail delivery (failed|system)|returned mail|failure notice|配信不能|配信できません|配送不能|配達不能|送信エラー|メール送信エラー).*");
    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile(
            "(?i)\\s*(re:\\s*)*(自動応答|自動返信|自動送信|不在通知|不在応答|不在のお知らせ|(ただいま|只今|現在)?不在にして(い|お)ります|休暇中のお知らせ|automatic reply|auto[ -]?reply|auto[ -]?response|out of( the)? office|vacation|auto:).*|.*[【\\[(（](自動応答|自動返信|auto[ -]?reply)[】\\])）].*");
    private static final Pattern AUTOMATIC_WORDS = Pattern.compile(
            "(?i)(これは|このメールは|本メールは|こちらは).{0,12}(自動(応答|返信|送信|配信)|システムから自動)|自動(応答|返信)(です|メール|メッセージ|機能)"
                    + "|this is an (automatic|automated)|this (e-?mail|message) (is|was) (automatically|auto)[ -]?(generated|sent)?|i am (currently )?out of (the )?office (until|from|and)");

    private Machines() {}

    /** Why the mail is a machine's; null for a person's. */
    static @Nullable String wrote(MimeMessage message, String sender, String subject, String text)
            throws MessagingException {
        if (has(message, OURS)) {
            return "own";
        }
        if (isReport(message, sender, subject)) {
            return "bounce";
        }
        if (sender.isEmpty()) {
            return "no-sender";
        }
        String start = OwnWords.of(text);
        boolean automatic = isMarked(message)
                || NO_REPLY.matcher(sender).matches()
                || AUTOMATIC_SUBJECT.matcher(subject).matches()
                || AUTOMATIC_WORDS.matcher(start).find();
        return automatic ? "auto-reply" : null;
    }

    private static boolean isReport(MimeMessage message, String sender, String subject) throws MessagingException {
        String type = MimeText.type(message);
        boolean report = type.equals("multipart/report")
                && !header(message, "Content-Type").contains("disposition");
        return report
                || has(message, "X-Failed-Recipients")
                || SENDER.matcher(sender).matches()
                || "<>".equals(header(message, "Return-Path")) && !isMarked(message)
                || sender.isEmpty() && REPORT_SUBJECT.matcher(subject).matches()
                || REPORT_SUBJECT.matcher(subject).matches();
    }

    /** Receipts of reading (RFC 8098) are machines' too. */
    private static boolean isMarked(MimeMessage message) throws MessagingException {
        String submitted = header(message, "Auto-Submitted");
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || header(message, "Precedence").matches("bulk|junk|list|auto_reply")
                || !header(message, "X-Auto-Response-Suppress").isEmpty()
                        && header(message, "X-Auto-Response-Suppress").contains("all")
                        && has(message, "X-MS-Exchange-Inbox-Rules-Loop")
                || MimeText.type(message).equals("multipart/report")
                || has(message, "X-Autoreply")
                || has(message, "X-Autorespond")
                || has(message, "X-Vacation")
                || has(message, "X-MS-Exchange-Generated-Message-Source")
                || has(message, "Feedback-ID")
                || has(message, "List-Id");
    }

    private static boolean has(MimeMessage message, String header) throws MessagingException {
        return message.getHeader(header) != null;
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return MailReader.header(message, name).toLowerCase(Locale.ROOT);
    }
}
