package dev.noroshi.plan.web;

import dev.noroshi.plan.PlanWords;
import dev.noroshi.plan.Standing;
import dev.noroshi.plan.Standings;
import dev.noroshi.workflow.Processes;
import dev.noroshi.workflow.Whereabouts.Course;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** The living picture: where a case stands in the plan. */
@Controller
class StandingPages {

    private final Standings standings;
    private final Processes processes;
    private final PlanWords words;

    StandingPages(Standings standings, Processes processes, PlanWords words) {
        this.standings = standings;
        this.processes = processes;
        this.words = words;
    }

    @GetMapping("/incidents/{number}/process")
    String picture(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer course,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        Standing standing = course == null ? standings.of(number) : standings.of(number, course);
        List<Course> courses = standings.courses(number);
        model.addAttribute("courses", courses);
        model.addAttribute("course", course == null ? courses.size() : course);
        fill(standing, number, model);
        String edition = Objects.requireNonNullElseGet(standing.edition(), processes::newestEdition);
        model.addAttribute("edition", edition);
        model.addAttribute("models", words.models(edition));
        model.addAttribute("whole", htmx == null);
        return htmx == null ? "plan/case" : "plan/case :: process";
    }

    /** What changes while the picture is open; 304 as long as nothing has. */
    @GetMapping("/incidents/{number}/process/state")
    @Nullable
    String state(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer course,
            ServletWebRequest request,
            Model model) {
        Standing standing = course == null ? standings.of(number) : standings.of(number, course);
        if (request.checkNotModified(PlanApi.tag(standing))) {
            return null;
        }
        fill(standing, number, model);
        return "plan/case :: state";
    }

    private static void fill(Standing standing, String number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("standing", standing);
        model.addAttribute("tag", PlanApi.tag(standing));
    }
}
