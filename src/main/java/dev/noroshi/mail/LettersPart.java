package dev.noroshi.mail;

import dev.noroshi.web.InstallationPart;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The city's own texts of letters: ill when one of them is not used because something is wrong with it. */
@Component
class LettersPart implements InstallationPart {

    private final LetterSources sources;
    private final MailSettings settings;

    LettersPart(LetterSources sources, MailSettings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "letters";
    }

    @Override
    public State state() {
        String all = String.valueOf(sources.names().size());
        if (settings.letters() == null) {
            return State.off(all, "—");
        }
        List<LetterProblem> problems = sources.problems();
        String files = problems.stream().map(LetterProblem::file).distinct().collect(Collectors.joining(", "));
        String folder = settings.letters().toString();
        return problems.isEmpty() ? State.well(all, folder) : State.ill(files, all, folder);
    }
}
