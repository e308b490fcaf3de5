package dev.noroshi.mail;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.journal.Journal;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters out, replies in. */
@Service
public class Mails {

    /** Every letter of a drill begins so, wherever its subject is read. */
    static final String DRILL = "【訓練】";

    /** Columns that the prefix of a drill and the token take from a subject of 40 full-width characters. */
    static final int SUBJECT = 80 - 8 - 14;

    private static final String[] INSIDE = {
        Roles.WINDOW,
        Roles.HANDLER,
        Roles.LEAD,
        Roles.CHIEF,
        Roles.CISO,
        Roles.SYSTEM_MANAGER,
        Roles.PRIVACY_OFFICER,
        Roles.PUBLIC_RELATIONS,
        Roles.SECTION_MANAGER,
        Roles.AUDITOR
    };

    /** See {@link MailView}. */
    private static final Set<String> STATES = Set.of(
            "queued",
            "sent",
            "failed",
            "bounced",
            "withheld",
            "gathered",
            "listed",
            "stored",
            "answer",
            "aside",
            "handled");

    private static final Pattern TOKEN = Pattern.compile("[0-9A-Z]{6,20}");

    private final Outbox outbox;
    private final Inbox inbox;
    private final MailQueries queries;
    private final LetterTemplates templates;
    private final MailSettings settings;
    private final CaseAccess access;
    private final Journal journal;
    private final Storm storm;
    private final ReaderLanguages readers;

    Mails(
            Outbox outbox,
            Inbox inbox,
            MailQueries queries,
            LetterTemplates templates,
            MailSettings settings,
            CaseAccess access,
            Journal journal,
            Storm storm,
            ReaderLanguages readers) {
        this.readers = readers;
        this.storm = storm;
        this.journal = journal;
        this.queries = queries;
        this.access = access;
        this.outbox = outbox;
        this.inbox = inbox;
        this.templates = templates;
        this.settings = settings;
    }

    /** Queues a letter in this transaction; it leaves after commit, within seconds. A repeat of its key does nothing. */
    @Transactional
    public void queue(Letter letter) {
        Map<Locale, List<String>> languages = letter.to().stream()
                .map(Addresses::bare)
                .distinct()
                .collect(Collectors.groupingBy(readers::of, LinkedHashMap::new, Collectors.toList()));
        languages.forEach((language, to) -> queue(
                letter.to(to, languages.size() == 1 ? letter.key() : letter.key() + "/" + language.getLanguage()),
                language));
    }

    private void queue(Letter letter, Locale language) {
        Map<String, String> values = values(letter, language);
        LetterTemplates.Text text = templates.write(letter.template(), language, values);
        List<String> to = letter.to();
        List<String> allowed = letter.drill() ? to.stream().filter(this::isOurs).toList() : to;
        String messageId = "<" + UUID.randomUUID() + "@" + settings.domain() + ">";
        outbox.add(
                letter.key(),
                new Outbox.Queued(
                        0,
                        letter.incident().isBlank() ? null : letter.incident(),
                        allowed.isEmpty() ? to : allowed,
                        (letter.drill() ? DRILL : "") + PlainText.clip(text.subject(), SUBJECT),
                        text.body(),
                        messageId,
                        letter.answerToken().map(Mails::checkedToken).orElse(null),
                        letter.drill(),
                        letter.isAlarm(),
                        0),
                allowed.isEmpty());
        storm.queued(letter, values, allowed);
    }

    /** The mailbox of the single point of contact (統一的な窓口). */
    public String windowAddress() {
        return settings.window();
    }

    /** The telephone number of the single point of contact, as letters give it. */
    public String windowPhone() {
        return settings.phone();
    }

    /** The language of letters to officials. */
    public Locale language() {
        return settings.locale();
    }

    /** A full address of a page, for a letter; the letter must make sense without it. */
    public String link(String path) {
        return settings.site() + path;
    }

    /** Puts a reply before the window (not an answer after all); called while the reply is being heard. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setAside(long mailId, String reason) {
        inbox.setAside(mailId, reason);
    }

    /**
     * A mail was understood as part of a case; called while it is being heard.
     *
     * @param reason why it stands there: {@code addition}, {@code first-report}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void belongsTo(long mailId, String incident, String reason) {
        inbox.belongsTo(mailId, incident, reason, false);
    }

    /**
     * Mails that the signed-in person may see, newest first; those of no case for the window and the lead only.
     *
     * @param direction {@code in} or {@code out}
     * @param state as {@link MailView} has it, or {@code undelivered} for failed and bounced ones
     */
    @Transactional(readOnly = true)
    public Page<MailView> list(
            @Nullable String incident, @Nullable String direction, @Nullable String state, PageRequest page) {
        if (direction != null && !direction.equals("in") && !direction.equals("out")) {
            throw new InvalidInput("direction", "invalid");
        }
        if (state != null && !STATES.contains(state)) {
            throw new InvalidInput("state", "invalid");
        }
        Actor actor = Actors.current();
        if (incident != null) {
            access.requireInside(actor, incident);
        } else if (!actor.holdsAny(INSIDE)) {
            throw new NotYours("mails");
        }
        return queries.list(filter(actor, incident, direction, state), page);
    }

    /** Mails to the window that are no answer and that nobody has looked after. */
    @Transactional(readOnly = true)
    public Page<MailView> box(PageRequest page) {
        return queries.list(filter(clerk(), null, "in", "aside"), page);
    }

    /** The window has looked after a mail that is no answer. */
    @Transactional
    public void markHandled(long mailId) {
        Actor actor = clerk();
        inbox.handled(mailId, actor.account());
    }

    /** Letters that did not reach anybody: refused for good, given up, or sent back. */
    @Transactional(readOnly = true)
    public Page<MailView> undelivered(PageRequest page) {
        return queries.list(filter(clerk(), null, "out", MailQueries.UNDELIVERED), page);
    }

    /** A letter that did not reach anybody leaves once more, after its address or the server was put right. */
    @Transactional
    public void resend(long letterId) {
        Actor actor = clerk();
        if (!queries.maySee(filter(actor, null, "out", MailQueries.UNDELIVERED), letterId)) {
            throw new UnknownLetter(letterId);
        }
        outbox.resend(letterId);
        journal.record("mail.resent", String.valueOf(letterId), null);
    }

    private static Actor clerk() {
        Actor actor = Actors.current();
        if (!actor.holdsAny(Roles.WINDOW, Roles.LEAD)) {
            throw new NotYours("mails");
        }
        return actor;
    }

    private static MailQueries.Filter filter(
            Actor actor, @Nullable String incident, @Nullable String direction, @Nullable String state) {
        boolean clerk = actor.holdsAny(Roles.WINDOW, Roles.LEAD);
        return new MailQueries.Filter(incident, direction, state, actor.insideAudiences(), clerk && incident == null);
    }

    private Map<String, String> values(Letter letter, Locale language) {
        Map<String, String> values = new HashMap<>();
        values.put("number", letter.incident());
        values.put("language", language.getLanguage());
        values.put("phone", settings.phone());
        values.put("window", settings.window());
        values.put("link", settings.site() + (letter.incident().isBlank() ? "/" : "/incidents/" + letter.incident()));
        values.putAll(letter.read(language));
        return values;
    }

    private boolean isOurs(String address) {
        return MailSettings.domainOf(address).equals(settings.domain());
    }

    private static String checkedToken(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("not a token");
        }
        return token;
    }
}
