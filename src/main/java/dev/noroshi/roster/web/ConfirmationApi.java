package dev.noroshi.roster.web;

import dev.noroshi.roster.RosterConfirmation;
import dev.noroshi.roster.RosterConfirmations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** That the roster was looked through, over REST. */
@RestController
@RequestMapping("/api/v1/roster/confirmations")
class ConfirmationApi {

    /** @param note what was noticed or corrected */
    record Confirming(@Nullable String note) {}

    private final RosterConfirmations confirmations;

    ConfirmationApi(RosterConfirmations confirmations) {
        this.confirmations = confirmations;
    }

    /** The last ones, the latest first; {@code confirmedAt} is null while one is asked for and not given. */
    @GetMapping
    List<RosterConfirmation> last() {
        return confirmations.last();
    }

    /** Confirms the roster for the present period; a repeat does nothing. */
    @PostMapping
    RosterConfirmation confirm(@RequestBody(required = false) @Nullable Confirming confirming) {
        return confirmations.confirm(confirming == null ? null : confirming.note());
    }
}
