package dev.noroshi.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the written templates for Camunda Modeler to the vocabulary. After a change of it, write them anew: {@code ./mvnw
 * test -Dtest=ElementTemplatesTests -Dnoroshi.write=true}.
 */
class ElementTemplatesTests {

    private static final Path FOLDER = Path.of("bpmn/templates");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void theWrittenTemplatesOfferWhatThePlanMayUse() throws IOException {
        Map<String, String> made = new TreeMap<>();
        new ElementTemplates()
                .files()
                .forEach((name, templates) ->
                        made.put(name, JSON.writeValueAsString(templates).replace("\r\n", "\n") + "\n"));

        if (Boolean.getBoolean("noroshi.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> file : made.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }

        assertThat(written())
                .as("write them anew: ./mvnw test -Dtest=ElementTemplatesTests -Dnoroshi.write=true")
                .isEqualTo(made);
    }

    private static Map<String, String> written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                written.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return written;
    }
}
