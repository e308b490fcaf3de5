package dev.noroshi.plan.web;

import dev.noroshi.plan.PlanEdition;
import dev.noroshi.plan.PlanEditions;
import dev.noroshi.plan.PlanMoves;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.plan.check.Change;
import dev.noroshi.web.EmptyBody;
import dev.noroshi.web.Page;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Editions of the plan over REST. */
@RestController
@RequestMapping("/api/v1/plan/editions")
class EditionApi {

    /** An edition in a list. {@code id} is the engine's, null before it ran. */
    record Item(
            int number,
            @Nullable String id,
            String state,
            String origin,
            @Nullable Integer renewedFrom,
            String note,
            String uploadedBy,
            Instant uploadedAt,
            @Nullable String judgedBy,
            @Nullable Instant judgedAt,
            @Nullable String judgement,
            @Nullable Instant effectiveFrom,
            @Nullable Instant deployedAt) {

        static Item of(PlanEdition it) {
            return new Item(
                    it.number(),
                    it.deployment(),
                    it.state().key(),
                    it.origin().key(),
                    it.renewedFrom(),
                    it.note(),
                    it.uploadedBy(),
                    it.uploadedAt(),
                    it.judgedBy(),
                    it.judgedAt(),
                    it.judgement(),
                    it.effectiveFrom(),
                    it.deployedAt());
        }
    }

    /** One edition with what the check says and what it does otherwise than {@code comparedWith}. */
    record Detailed(Item edition, List<FindingView> findings, int comparedWith, List<Change> changes) {}

    /** A decision about an edition; {@code effectiveFrom} a day in Asia/Tokyo. */
    record Judgement(
            @Nullable LocalDate effectiveFrom, @Nullable String note) {

        String text() {
            return note == null ? "" : note;
        }
    }

    /** A case on another edition; {@code edition} is the one that it runs on. */
    record Move(String incident, int edition, boolean movable, List<Obstacle> obstacles) {}

    /** A step at which the case stands and that cannot go along. */
    record Obstacle(String process, String element, String name, String why) {}

    /** Which cases to move, and why. */
    record Moving(
            @Nullable List<String> incidents, @Nullable String reason) {

        List<String> numbers() {
            return incidents == null ? List.of() : incidents;
        }

        String text() {
            return reason == null ? "" : reason;
        }
    }

    private final PlanEditions editions;
    private final PlanMoves moves;
    private final PlanWords words;
    private final Uploads uploads;

    EditionApi(PlanEditions editions, PlanMoves moves, PlanWords words, Uploads uploads) {
        this.editions = editions;
        this.moves = moves;
        this.words = words;
        this.uploads = uploads;
    }

    @GetMapping
    Page<Item> list() {
        List<Item> items = editions.list().stream().map(Item::of).toList();
        return new Page<>(items, items.size(), 0, Math.max(items.size(), 1));
    }

    @GetMapping("/{number}")
    Detailed one(@PathVariable int number, Locale locale) {
        PlanEdition edition = editions.edition(number);
        PlanEditions.Difference difference = editions.difference(number);
        List<FindingView> findings = editions.findings(number).stream()
                .map(finding -> FindingView.of(finding, locale))
                .toList();
        return new Detailed(Item.of(edition), findings, difference.comparedWith(), difference.changes());
    }

    /** @param files models and tables, or one zip with them */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Detailed> upload(
            @RequestParam List<MultipartFile> files, @RequestParam(defaultValue = "") String note, Locale locale) {
        int number = editions.upload(uploads.read(files), note).number();
        return ResponseEntity.created(URI.create("/api/v1/plan/editions/" + number))
                .body(one(number, locale));
    }

    @GetMapping(path = "/{number}/files", produces = "application/zip")
    ResponseEntity<byte[]> files(@PathVariable int number) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plan-" + number + ".zip\"")
                .body(uploads.zip(editions.files(number)));
    }

    @PostMapping("/{number}/approval")
    Item approve(@PathVariable int number, @RequestBody Judgement judgement) {
        return Item.of(editions.approve(number, judgement.effectiveFrom(), judgement.text()));
    }

    @PostMapping("/{number}/rejection")
    Item reject(@PathVariable int number, @RequestBody Judgement judgement) {
        return Item.of(editions.reject(number, judgement.text()));
    }

    /** Takes a draft back; it takes no word, for nobody judges it. */
    @PostMapping("/{number}/withdrawal")
    Item withdraw(@PathVariable int number, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        return Item.of(editions.withdraw(number));
    }

    /** Brings an earlier edition back as a new draft. */
    @PostMapping("/{number}/renewal")
    ResponseEntity<Item> renew(@PathVariable int number, @RequestBody Judgement judgement) {
        Item renewed = Item.of(editions.renew(number, judgement.text()));
        return ResponseEntity.created(URI.create("/api/v1/plan/editions/" + renewed.number()))
                .body(renewed);
    }

    /**
     * Some of the cases that could move, by number.
     *
     * @param total how many run on another edition, all pages together
     * @param next to be given as {@code after} for those behind; null at the end
     */
    record Moves(List<Move> items, int total, @Nullable String next) {}

    /** What would move to the edition, and what stands in the way. */
    @GetMapping("/{number}/moves")
    Moves moves(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        PlanMoves.Preview preview = moves.preview(number, incident, after, size);
        return new Moves(preview.candidates().stream().map(this::view).toList(), preview.total(), preview.next());
    }

    /** Moves cases; the answer holds those that could not. */
    @PostMapping("/{number}/moves")
    Page<Move> move(@PathVariable int number, @RequestBody Moving moving) {
        List<Move> left = moves.move(number, moving.numbers(), moving.text()).stream()
                .map(this::view)
                .toList();
        return new Page<>(left, left.size(), 0, Math.max(left.size(), 1));
    }

    private Move view(PlanMoves.Candidate it) {
        return new Move(
                it.incident(),
                it.edition(),
                it.movable(),
                it.obstacles().stream()
                        .map(obstacle -> new Obstacle(
                                obstacle.process(),
                                obstacle.element(),
                                words.of(obstacle.element(), obstacle.name()),
                                obstacle.why()))
                        .toList());
    }
}
