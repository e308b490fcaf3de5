package dev.noroshi.roster.web;

import dev.noroshi.roster.Absence;
import dev.noroshi.roster.AbsenceEntry;
import dev.noroshi.roster.Absences;
import dev.noroshi.web.EmptyBody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences over REST. */
@RestController
@RequestMapping("/api/v1/roster/absences")
class AbsenceApi {

    record Entered(long id) {}

    private final Absences absences;

    AbsenceApi(Absences absences) {
        this.absences = absences;
    }

    @GetMapping
    List<Absence> known() {
        return absences.known();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Entered enter(@RequestBody AbsenceEntry entry) {
        return new Entered(absences.enter(entry));
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        absences.end(id);
    }
}
