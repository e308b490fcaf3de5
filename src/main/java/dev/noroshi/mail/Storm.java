package dev.noroshi.mail;

import dev.noroshi.mail.StormStore.Late;
import dev.noroshi.mail.StormStore.Member;
import dev.noroshi.mail.StormStore.Told;
import dev.noroshi.mail.StormStore.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Storm guard: who is told of many cases in a short time gets one letter with a list instead of a letter for each. A letter
 * held back is a row of the outbox until it stands in a list, and becomes part of it in the transaction that queues the list.
 */
@Component
class Storm {

    /** As many as somebody can read; the others follow in the next list. */
    private static final int LONGEST_LIST = 200;

    /** A graver case than those told waits no longer for others of its kind. */
    private static final Duration URGENT = Duration.ofSeconds(4);

    /** A letter that has not left by then waits for a mail server that is away. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final StormStore store;
    private final Outbox outbox;
    private final ListLetters letters;
    private final StormSettings settings;
    private final ObjectProvider<Awaited> awaited;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration pause;
    private final Duration moment;

    Storm(
            StormStore store,
            Outbox outbox,
            ListLetters letters,
            StormSettings settings,
            ObjectProvider<Awaited> awaited,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${noroshi.demo.time-scale:1}") int scale) {
        this.store = store;
        this.outbox = outbox;
        this.letters = letters;
        this.settings = settings;
        this.awaited = awaited;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.pause = settings.pause().dividedBy(scale);
        this.moment = settings.moment().dividedBy(scale);
    }

    /** A letter was queued to these people. */
    void queued(Letter letter, Map<String, String> values, List<String> to) {
        if (settings.cases() == 0 || letter.incident().isBlank()) {
            return;
        }
        ListLine line = ListLine.of(letter, values);
        if (line != null) {
            store.describe(letter.key(), line);
            to.forEach(address -> store.told(address, letter.incident(), line.level(), clock.instant()));
        }
    }

    /** Whether the letter, which is about to leave, waits for a list at least with some of its addressees. */
    boolean gathers(Outbox.Queued letter) {
        if (settings.cases() == 0 || letter.incident() == null) {
            return false;
        }
        List<String> stormed = letter.to().stream().filter(this::isStormed).toList();
        if (stormed.isEmpty() || !store.isListable(letter.id())) {
            return false;
        }
        store.gather(letter.id(), letter.to(), stormed, clock.instant());
        return true;
    }

    private boolean isStormed(String address) {
        Instant since = clock.instant().minus(settings.within());
        return store.cases(address, since, settings.cases()) >= settings.cases();
    }

    /** What waited while the mail server was away becomes one list where it is of many cases for one person. */
    void gatherLate() {
        transaction.executeWithoutResult(status -> {
            if (settings.cases() > 0 && store.isSomethingLate(clock.instant().minus(LATE))) {
                gather(store.late());
            }
        });
    }

    private void gather(List<Late> late) {
        Map<String, Set<String>> cases = new HashMap<>();
        for (Late letter : late) {
            letter.to()
                    .forEach(address -> cases.computeIfAbsent(address, it -> new HashSet<>())
                            .add(letter.incident()));
        }
        cases.values().removeIf(told -> told.size() < settings.cases());
        for (Late letter : late) {
            List<String> stormed =
                    letter.to().stream().filter(cases::containsKey).toList();
            if (!stormed.isEmpty()) {
                store.gather(letter.id(), letter.to(), stormed, letter.queuedAt());
            }
        }
    }

    boolean isListDue() {
        return store.waiting().stream().anyMatch(whose -> isDue(whose, store.told(whose)));
    }

    /** Queues the lists that are due, each in a transaction of its own. */
    void list() {
        for (Waiting whose : store.waiting()) {
            transaction.executeWithoutResult(status -> {
                Told told = store.lock(whose);
                if (isDue(whose, told)) {
                    list(whose, told);
                }
            });
        }
    }

    private boolean isDue(Waiting whose, Told told) {
        Instant now = clock.instant();
        boolean rested = told.at() == null || !told.at().plus(pause).isAfter(now);
        return rested && !whose.since().plus(moment).isAfter(now) || isGraver(whose, told, now);
    }

    private boolean isGraver(Waiting whose, Told told, Instant now) {
        int level = Math.max(
                isOfThisStorm(told, now) ? told.level() : 0,
                store.levelTold(whose.address(), now.minus(settings.within())));
        Duration patience = URGENT.compareTo(moment) < 0 ? URGENT : moment;
        return whose.level() > level
                && store.graverSince(whose, level)
                        .filter(since -> !since.plus(patience).isAfter(now))
                        .isPresent();
    }

    private boolean isOfThisStorm(Told told, Instant now) {
        return told.at() != null && told.at().plus(pause.multipliedBy(2)).isAfter(now);
    }

    private void list(Waiting whose, Told before) {
        Instant now = clock.instant();
        List<Member> members = store.gathered(whose.address(), whose.drill(), LONGEST_LIST);
        if (members.isEmpty()) {
            return;
        }
        String key = "list/" + UUID.randomUUID();
        List<ListLetters.Item> items = begun(members, whose.address(), now);
        int level = isOfThisStorm(before, now) ? Math.max(before.level(), whose.level()) : whose.level();
        Waiting told = new Waiting(whose.address(), whose.drill(), whose.since(), level);
        Optional<String> alone =
                items.size() == 1 ? letters.alone(items.get(0), store.body(members.get(0))) : Optional.empty();
        if (alone.isPresent()) {
            store.release(members.get(0), alone.get(), told, now);
        } else {
            outbox.add(key, letters.list(whose, items), false, now);
            store.leave(key, members, told, now);
        }
    }

    /** As they stand now, in the order of their cases so that cases are always held in the same order. */
    private List<ListLetters.Item> begun(List<Member> members, String address, Instant now) {
        return members.stream()
                .sorted((one, other) -> one.incident().compareTo(other.incident()))
                .map(member -> new ListLetters.Item(member, waits(member, address, now, members.size() > 1)))
                .toList();
    }

    /** Null where nobody waits for an answer. */
    private @Nullable Map<String, String> waits(Member member, String address, Instant now, boolean listed) {
        Awaited who = awaited.getIfAvailable();
        return member.token() == null || who == null
                ? null
                : who.begins(member.token(), address, now, listed).orElse(null);
    }

    /** The cases that a letter which has left told of; null for none. */
    List<@Nullable String> sent(Outbox.Queued letter) {
        if (letter.incident() != null) {
            return List.of(letter.incident());
        }
        store.sent(letter.id(), clock.instant());
        List<@Nullable String> cases = new ArrayList<>();
        store.listed(letter.id()).stream().map(Member::incident).distinct().forEach(cases::add);
        return cases.isEmpty() ? Collections.singletonList(null) : cases;
    }

    /** Which case is not told, and which of its answers will not come. */
    record Missed(@Nullable String incident, @Nullable String token) {}

    /** The letters that did not arrive with this one: all that stand in it when it is a list, else itself. */
    List<Missed> undelivered(long letter, @Nullable String incident, @Nullable String token) {
        List<Missed> missed = incident != null
                ? List.of()
                : store.listed(letter).stream()
                        .map(member -> new Missed(member.incident(), member.token()))
                        .toList();
        return missed.isEmpty() ? List.of(new Missed(incident, token)) : missed;
    }

    /** The letters of a list that want an answer, by the list's token; empty where it is no list's. */
    List<Member> asked(String token) {
        return store.listOf(token).stream()
                .flatMap(list -> store.listed(list).stream())
                .filter(member -> member.token() != null)
                .toList();
    }
}
