package dev.noroshi.mail;

import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** In which language a letter is written: its reader's, or that of the settings where nobody knows the reader. */
@Component
class ReaderLanguages {

    private final ObjectProvider<Correspondents> correspondents;
    private final MailSettings settings;

    ReaderLanguages(ObjectProvider<Correspondents> correspondents, MailSettings settings) {
        this.correspondents = correspondents;
        this.settings = settings;
    }

    Locale of(String address) {
        return correspondents.stream()
                .flatMap(one -> one.language(address).stream())
                .findFirst()
                .orElseGet(settings::locale);
    }
}
