package dev.noroshi.escalation.web;

import dev.noroshi.escalation.proof.CallPreview;
import dev.noroshi.escalation.proof.CallPreviews;
import dev.noroshi.escalation.proof.CallTree;
import dev.noroshi.escalation.proof.CallTrees;
import dev.noroshi.escalation.proof.Hole;
import dev.noroshi.escalation.proof.ProofOfReach;
import dev.noroshi.escalation.proof.Proven;
import dev.noroshi.escalation.proof.ReachWords;
import dev.noroshi.escalation.proof.Worst;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The proof of reach over REST. */
@RestController
@RequestMapping("/api/v1/roster")
class ReachApi {

    /**
     * What was proven.
     *
     * @param from the first beginning of a call that was looked at
     * @param until the end of those beginnings
     * @param milliseconds how long the proof took
     * @param holes by their beginning
     * @param byTelephone rungs that reach somebody by telephone only, in the same form; they are no holes
     */
    record ReachProof(
            Instant from,
            Instant until,
            long milliseconds,
            List<HoleAnswer> holes,
            List<HoleAnswer> byTelephone,
            List<Worst> worst) {}

    /**
     * Calls that begin from {@code from} until before {@code until} do not reach anybody on the rung by mail.
     *
     * @param rung null when the ladder has none on the level
     * @param reason unheld, out-of-service, absent, deputy-absent, no-address, no-telephone-step, window-away, bounced,
     *     same-person or no-rung; by-telephone where it is no hole
     * @param nobody whether the whole ladder reaches nobody
     * @param calledAt when the rung is called of a call that begins at {@code from}
     * @param text the same in a sentence
     */
    record HoleAnswer(
            String ladder,
            String level,
            @Nullable Integer rung,
            @Nullable String role,
            String reason,
            List<MissedAnswer> people,
            boolean nobody,
            Instant from,
            Instant until,
            Instant calledAt,
            String text) {}

    /** @param standIn who should act for an absent person */
    record MissedAnswer(String name, @Nullable String standIn, String reason) {}

    private final ProofOfReach proof;
    private final CallPreviews previews;
    private final CallTrees trees;
    private final ReachWords words;
    private final Clock clock;

    ReachApi(ProofOfReach proof, CallPreviews previews, CallTrees trees, ReachWords words, Clock clock) {
        this.trees = trees;
        this.previews = previews;
        this.clock = clock;
        this.proof = proof;
        this.words = words;
    }

    /** Every hole in every ladder for a year, and how long it lasts at most until each official is called. */
    @GetMapping(path = "/reach", params = "!role")
    ReachProof proof(Locale locale) {
        long begun = System.nanoTime();
        Proven proven = proof.running();
        long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new ReachProof(
                proven.from(),
                proven.until(),
                took,
                proven.holes().stream().map(hole -> answer(hole, locale)).toList(),
                proven.byTelephone().stream().map(rung -> answer(rung, locale)).toList(),
                proven.worst());
    }

    /**
     * Who would be called.
     *
     * @param level L0 to L4; L3 by default
     * @param at now by default
     */
    @GetMapping("/preview")
    List<CallPreview> preview(
            @RequestParam(defaultValue = "L3") String level, @RequestParam(required = false) @Nullable Instant at) {
        return previews.at(ReachLevel.number(level), at == null ? clock.instant() : at);
    }

    /** The call tree: every ladder of the running plan with the people of the roster as they hold its roles now. */
    @GetMapping("/call-tree")
    List<CallTree> callTree() {
        return trees.at(clock.instant());
    }

    private HoleAnswer answer(Hole hole, Locale locale) {
        return new HoleAnswer(
                hole.ladder(),
                hole.level(),
                hole.rung(),
                hole.role(),
                hole.reason().word(),
                hole.people().stream()
                        .map(it -> new MissedAnswer(
                                it.name(), it.standIn(), it.reason().word()))
                        .toList(),
                hole.nobody(),
                hole.from(),
                hole.until(),
                hole.calledAt(),
                words.sentence(hole, locale));
    }
}
