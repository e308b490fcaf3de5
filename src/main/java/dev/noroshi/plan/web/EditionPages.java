package dev.noroshi.plan.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.Roles;
import dev.noroshi.plan.EditionContents;
import dev.noroshi.plan.PlanEdition;
import dev.noroshi.plan.PlanEditions;
import dev.noroshi.plan.PlanMoves;
import dev.noroshi.plan.PlanWords;
import dev.noroshi.plan.UnknownPart;
import dev.noroshi.plan.check.Change;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An edition of the plan: what is wrong with it, what it changes, and the decision about it. */
@Controller
@RequestMapping("/plan/editions")
class EditionPages {

    private final PlanEditions editions;
    private final EditionContents contents;
    private final PlanMoves moves;
    private final Uploads uploads;
    private final PlanWords words;
    private final Roster roster;
    private final MessageSource texts;

    EditionPages(
            PlanEditions editions,
            EditionContents contents,
            PlanMoves moves,
            Uploads uploads,
            PlanWords words,
            Roster roster,
            MessageSource texts) {
        this.editions = editions;
        this.contents = contents;
        this.moves = moves;
        this.uploads = uploads;
        this.words = words;
        this.roster = roster;
        this.texts = texts;
    }

    @PostMapping
    String upload(@RequestParam List<MultipartFile> files, @RequestParam(defaultValue = "") String note) {
        return shown(editions.upload(uploads.read(files), note).number());
    }

    @GetMapping("/{number}")
    String edition(@PathVariable int number, Model model, Locale locale) {
        PlanEdition edition = editions.edition(number);
        PlanEditions.Difference difference = editions.difference(number);
        model.addAttribute("edition", edition);
        model.addAttribute(
                "findings",
                editions.findings(number).stream()
                        .map(finding -> FindingView.of(finding, locale))
                        .toList());
        model.addAttribute("unreached", editions.unreached(number, locale));
        model.addAttribute("author", nameOf(edition.uploadedBy()));
        model.addAttribute("judge", nameOf(edition.judgedBy()));
        model.addAttribute("comparedWith", difference.comparedWith());
        model.addAttribute(
                "changes",
                difference.changes().stream()
                        .map(change -> ChangeView.of(change, texts, locale))
                        .toList());
        model.addAttribute("pictures", pictures(edition, difference.changes()));
        model.addAttribute("mayJudge", editions.mayJudge(edition));
        boolean plans = Actors.current().holds(Roles.PLAN_AUTHOR);
        model.addAttribute("mayRenew", plans && edition.state() == PlanEdition.State.FORMER);
        model.addAttribute(
                "mayMove", edition.deployment() != null && Actors.current().holdsAny(Roles.LEAD, Roles.CHIEF));
        model.addAttribute("mayWithdraw", editions.mayWithdraw(edition));
        return "plan/edition";
    }

    private @Nullable String nameOf(@Nullable String account) {
        return account == null
                ? null
                : roster.personOf(account).map(Person::name).orElse(account);
    }

    /** The models to look at first are those that changed. */
    private List<String> pictures(PlanEdition edition, List<Change> changes) {
        List<String> changed = changes.stream()
                .filter(Change::drawn)
                .map(Change::file)
                .distinct()
                .toList();
        List<String> all = editions.files(edition.number()).keySet().stream()
                .filter(file -> file.endsWith(".bpmn"))
                .toList();
        return java.util.stream.Stream.concat(changed.stream(), all.stream())
                .distinct()
                .toList();
    }

    /**
     * A model of an edition, for its picture; 404 also for a table. As plain text: a draft may hold anything, and no browser
     * shall take it for a document of ours.
     */
    @GetMapping("/{number}/models/{file}")
    ResponseEntity<byte[]> model(@PathVariable int number, @PathVariable String file) {
        String content = Optional.of(file)
                .filter(name -> name.endsWith(".bpmn"))
                .flatMap(name -> contents.file(number, name))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new UnknownPart(file));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body((contents.isSound(number, file) ? words.diagram(content) : content)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/{number}/approval")
    String approve(
            @PathVariable int number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate effectiveFrom,
            @RequestParam(defaultValue = "") String note) {
        editions.approve(number, effectiveFrom, note);
        return shown(number);
    }

    @PostMapping("/{number}/rejection")
    String reject(@PathVariable int number, @RequestParam(defaultValue = "") String note) {
        editions.reject(number, note);
        return shown(number);
    }

    @PostMapping("/{number}/withdrawal")
    String withdraw(@PathVariable int number) {
        editions.withdraw(number);
        return shown(number);
    }

    @PostMapping("/{number}/renewal")
    String renew(@PathVariable int number, @RequestParam(defaultValue = "") String note) {
        return shown(editions.renew(number, note).number());
    }

    @GetMapping("/{number}/moves")
    String moves(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        PlanMoves.Preview preview = moves.preview(number, incident, after, PlanMoves.MOST);
        model.addAttribute("edition", editions.edition(number));
        model.addAttribute("candidates", preview.candidates());
        model.addAttribute("total", preview.total());
        model.addAttribute("next", preview.next());
        return "plan/moves";
    }

    @PostMapping("/{number}/moves")
    String move(
            @PathVariable int number,
            @RequestParam(defaultValue = "") List<String> incidents,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        int left = moves.move(number, incidents, reason).size();
        after.addFlashAttribute("moved", incidents.size() - left);
        after.addFlashAttribute("left", left);
        return shown(number) + "/moves";
    }

    private static String shown(int number) {
        return "redirect:/plan/editions/" + number;
    }
}
