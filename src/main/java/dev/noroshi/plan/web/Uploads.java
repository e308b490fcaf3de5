package dev.noroshi.plan.web;

import dev.noroshi.plan.check.PlanFiles;
import dev.noroshi.web.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Plans on their way in and out. */
@Component
class Uploads {

    /** Several files, or one zip. */
    PlanFiles read(List<MultipartFile> files) {
        List<MultipartFile> given =
                files.stream().filter(file -> !file.isEmpty()).toList();
        try {
            if (given.size() == 1 && name(given.get(0)).toLowerCase(Locale.ROOT).endsWith(".zip")) {
                try (InputStream zip = given.get(0).getInputStream()) {
                    return PlanFiles.unzipped(zip);
                }
            }
            Map<String, byte[]> contents = new LinkedHashMap<>();
            for (MultipartFile file : given) {
                contents.put(name(file), file.getBytes());
            }
            return PlanFiles.of(contents);
        } catch (ZipException | IllegalArgumentException broken) {
            throw new InvalidInput("files", "plan-files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same files have the same bytes, whenever they are packed. */
    byte[] zip(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceFirst("^.*[/\\\\]", "");
    }
}
