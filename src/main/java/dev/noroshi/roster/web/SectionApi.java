package dev.noroshi.roster.web;

import dev.noroshi.roster.SectionDraft;
import dev.noroshi.roster.SectionPeriod;
import dev.noroshi.roster.Sections;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sections with their days over REST, for administrators. */
@RestController
@RequestMapping("/api/v1/roster/sections")
class SectionApi {

    record Added(long id) {}

    /** @param from its first day, past or to come; null for today */
    record NewSection(
            @Nullable String name,
            @Nullable String department,
            @Nullable String organ,
            @Nullable LocalDate from) {}

    /** @param from the first day of the new section; null for today */
    record Succession(
            @Nullable String name,
            @Nullable String department,
            @Nullable String organ,
            @Nullable LocalDate from) {}

    /**
     * @param lastDay null for yesterday
     * @param consent false to be refused when some call then reaches nobody
     */
    record SectionEnd(@Nullable LocalDate lastDay, @Nullable Boolean consent) {}

    private final Sections sections;

    SectionApi(Sections sections) {
        this.sections = sections;
    }

    /** All there were, are and will be. */
    @GetMapping
    List<SectionPeriod> sections() {
        return sections.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@RequestBody NewSection section) {
        return new Added(
                sections.add(new SectionDraft(section.name(), section.department(), section.organ()), section.from()));
    }

    /** From a day on the section is another one; people and head go along. */
    @PostMapping("/{id}/succession")
    @ResponseStatus(HttpStatus.CREATED)
    Added rename(@PathVariable long id, @RequestBody Succession next) {
        return new Added(
                sections.rename(id, new SectionDraft(next.name(), next.department(), next.organ()), next.from()));
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @RequestBody(required = false) @Nullable SectionEnd end) {
        SectionEnd asked = end == null ? new SectionEnd(null, null) : end;
        sections.end(id, asked.lastDay(), !Boolean.FALSE.equals(asked.consent()));
    }
}
