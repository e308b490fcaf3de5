package dev.noroshi.roster.web;

import dev.noroshi.roster.Duties;
import dev.noroshi.roster.Rotation;
import dev.noroshi.roster.RotationEntry;
import dev.noroshi.roster.SwapEntry;
import dev.noroshi.roster.Turn;
import dev.noroshi.web.EmptyBody;
import dev.noroshi.web.InvalidInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** On-call turns over REST. */
@RestController
@RequestMapping("/api/v1/roster/duties")
class DutyApi {

    private static final int MOST_WEEKS = 53;

    record DutyAnswer(List<Rotation> rotations, List<Turn> turns) {}

    record Begun(long id) {}

    private final Duties duties;

    DutyApi(Duties duties) {
        this.duties = duties;
    }

    /** Rotations and their turns, by default of eight weeks. */
    @GetMapping
    DutyAnswer duties(@RequestParam(defaultValue = "8") int weeks) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new InvalidInput("weeks", "range", 1, MOST_WEEKS);
        }
        return new DutyAnswer(duties.rotations(), duties.turns(weeks));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Begun begin(@RequestBody RotationEntry entry) {
        return new Begun(duties.begin(entry));
    }

    @PostMapping("/{id}/swaps")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void swap(@PathVariable long id, @RequestBody SwapEntry entry) {
        duties.swap(id, entry);
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        duties.end(id, true);
    }
}
