package dev.noroshi.browser;

import java.util.List;
import java.util.stream.Stream;

/** The page of the first administrator, which only an application without accounts shows. */
public final class SetupPage {

    private SetupPage() {}

    /** What is wrong with it, in both languages; nothing where there is no Chromium, which {@link Chromium} reports. */
    public static List<String> findings(int port) {
        if (Chromium.program().isEmpty()) {
            return List.of();
        }
        return Stream.of("ja", "en")
                .flatMap(language -> {
                    try (Screen screen = new Screen(port, language)) {
                        screen.open("/setup");
                        return screen.findings("setup").stream();
                    }
                })
                .toList();
    }
}
