package dev.noroshi.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who holds which role at a moment, and how to reach them. Reading needs no role; the system and every signed-in person may. */
@Service
public class Roster {

    /** Holders of a role at a moment, holder first, then deputies in order; empty when nobody holds it. */
    public List<Person> holders(String role, Instant at) {
        throw new UnsupportedOperationException("roster");
    }

    /** The section that free text means: widths, spaces and kana folded, exact name or unique part of it. */
    public Optional<Section> sectionNamed(String text) {
        throw new UnsupportedOperationException("roster");
    }

    /** 所属長: the information security manager (情報セキュリティ管理者) of a section at a moment. */
    public Optional<Person> headOf(Section section, Instant at) {
        throw new UnsupportedOperationException("roster");
    }

    public Optional<Person> personOf(String account) {
        throw new UnsupportedOperationException("roster");
    }

    /** The person whose mail address this is, letter case ignored. */
    public Optional<Person> personAt(String email) {
        throw new UnsupportedOperationException("roster");
    }

    /** All sections that exist at the moment, in the city's order. */
    public List<Section> sections(Instant at) {
        throw new UnsupportedOperationException("roster");
    }
}
