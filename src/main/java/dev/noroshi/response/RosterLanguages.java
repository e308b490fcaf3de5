package dev.noroshi.response;

import dev.noroshi.mail.Correspondents;
import dev.noroshi.roster.Roster;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Letters are written in the language that the roster has for their reader. */
@Component
class RosterLanguages implements Correspondents {

    private final Roster roster;

    RosterLanguages(Roster roster) {
        this.roster = roster;
    }

    @Override
    public Optional<Locale> language(String address) {
        return roster.languageAt(address);
    }
}
