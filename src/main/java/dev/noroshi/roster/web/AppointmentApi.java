package dev.noroshi.roster.web;

import dev.noroshi.roster.Appointment;
import dev.noroshi.roster.AppointmentEntry;
import dev.noroshi.roster.RosterChanges;
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

/** Appointments over REST, for administrators. */
@RestController
@RequestMapping("/api/v1/roster/appointments")
class AppointmentApi {

    record Appointed(long id) {}

    /**
     * The end of an appointment.
     *
     * @param lastDay null for yesterday
     * @param consent false to be refused when some call then reaches nobody
     */
    record Dismissal(@Nullable LocalDate lastDay, @Nullable Boolean consent) {}

    private final RosterChanges changes;

    AppointmentApi(RosterChanges changes) {
        this.changes = changes;
    }

    /** Those that stand today or begin later. */
    @GetMapping
    List<Appointment> appointments() {
        return changes.appointments();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Appointed appoint(@RequestBody AppointmentEntry entry) {
        return new Appointed(changes.appoint(entry));
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable long id, @RequestBody(required = false) @Nullable Dismissal dismissal) {
        Dismissal asked = dismissal == null ? new Dismissal(null, null) : dismissal;
        changes.dismiss(id, asked.lastDay(), !Boolean.FALSE.equals(asked.consent()));
    }
}
