package dev.noroshi.mail;

import java.util.Locale;
import java.util.Optional;

/** Knows the people whom letters go to; the roster answers. */
public interface Correspondents {

    /** In which language letters to this address are written; empty for who is unknown. */
    Optional<Locale> language(String address);
}
