package dev.noroshi.roster.web;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.identity.Roles;
import dev.noroshi.roster.Directory;
import dev.noroshi.roster.Directory.SectionEntry;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.Roster;
import dev.noroshi.web.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The roster over REST. */
@RestController
@RequestMapping("/api/v1/roster")
class RosterApi {

    record RosterAnswer(List<RoleAnswer> roles, List<SectionEntry> sections) {}

    record RoleAnswer(String role, String name, List<Person> holders) {}

    /**
     * Who would be called.
     *
     * @param officeHours whether the office is open then; outside, mail alone is not enough
     * @param byPhone whether the level asks for a call at once, day and night
     */
    record ReachAnswer(
            String role, String name, Instant at, boolean officeHours, boolean byPhone, List<Person> persons) {}

    private final Roster roster;
    private final BusinessCalendar calendar;
    private final MessageSource messages;
    private final Clock clock;

    RosterApi(Roster roster, BusinessCalendar calendar, MessageSource messages, Clock clock) {
        this.roster = roster;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    RosterAnswer roster(Locale locale) {
        Directory directory = roster.directory();
        return new RosterAnswer(
                directory.roles().stream()
                        .map(held -> new RoleAnswer(held.role(), nameOf(held.role(), locale), held.holders()))
                        .toList(),
                directory.sections());
    }

    @GetMapping(path = "/reach", params = "role")
    ReachAnswer reach(
            @RequestParam String role,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable String level,
            Locale locale) {
        if (!Roles.ALL.contains(role)) {
            throw new InvalidInput("role", "choice");
        }
        if (level != null && !level.matches("L[0-4]")) {
            throw new InvalidInput("level", "choice");
        }
        Instant moment = at == null ? clock.instant() : at;
        boolean byPhone = level != null && level.compareTo("L3") >= 0;
        return new ReachAnswer(
                role,
                nameOf(role, locale),
                moment,
                calendar.isOfficeHours(moment),
                byPhone,
                roster.reach(role, moment));
    }

    private String nameOf(String role, Locale locale) {
        return messages.getMessage("role." + role, null, locale);
    }
}
