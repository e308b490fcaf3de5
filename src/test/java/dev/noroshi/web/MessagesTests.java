package dev.noroshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    static Stream<Path> japaneseFiles() throws IOException {
        return Files.list(MESSAGES).filter(file -> file.toString().endsWith("_ja.properties"));
    }

    static Stream<Path> allFiles() throws IOException {
        return Files.list(MESSAGES);
    }

    @ParameterizedTest
    @MethodSource("japaneseFiles")
    void bothLanguagesSayTheSameThings(Path japanese) throws IOException {
        Path english = MESSAGES.resolve(japanese.getFileName().toString().replace("_ja.", "_en."));

        assertThat(keys(english)).containsExactlyInAnyOrderElementsOf(keys(japanese));
    }

    /** Only a text with a place is read as a pattern, where two of them stand for one. */
    @ParameterizedTest
    @MethodSource("allFiles")
    void noApostropheIsDoubledWhereItIsShownAsWritten(Path file) throws IOException {
        Properties texts = texts(file);

        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> texts.getProperty(key).contains("''"))
                .allMatch(key -> texts.getProperty(key).matches("(?s).*\\{\\d.*"));
    }

    private static Set<String> keys(Path file) throws IOException {
        return texts(file).stringPropertyNames();
    }

    private static Properties texts(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
