package dev.noroshi.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the bytes of a CSV file (RFC 4180): UTF-8, or as a Japanese spreadsheet saves it (Windows-31J). */
final class SheetReader {

    static final int LARGEST = 4 * 1024 * 1024;
    static final String BOM = "\uFEFF";
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final List<SheetError> errors;

    /** @param errors gets what is wrong */
    SheetReader(List<SheetError> errors) {
        this.errors = errors;
    }

    /** What is made of the lines. */
    interface Lines {

        /**
         * @param line of the file, from 1
         * @return whether to go on
         */
        boolean take(int line, CSVRecord record);
    }

    static boolean isUnicode(byte[] file) {
        return decoded(file, StandardCharsets.UTF_8).isPresent();
    }

    void read(byte[] file, Lines lines) {
        if (file.length > LARGEST) {
            errors.add(SheetError.of(0, null, "sheet-large", LARGEST / 1024));
            return;
        }
        Optional<String> text =
                decoded(file, StandardCharsets.UTF_8).or(() -> decoded(file, Charset.forName("windows-31j")));
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            errors.add(SheetError.of(0, null, "sheet-encoding"));
            return;
        }
        parse(text.get().startsWith(BOM) ? text.get().substring(1) : text.get(), lines);
    }

    private void parse(String text, Lines lines) {
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord record : parser) {
                if (!lines.take(line, record)) {
                    return;
                }
                line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
        } catch (IOException | UncheckedIOException broken) {
            errors.add(SheetError.of(line, null, "sheet-quote"));
        }
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
