package dev.noroshi.plan.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of a plan as they were given, not yet read: name without folder → content. Too many or too large files are
 * kept out ({@link #refused}); hidden files and folders are left out silently.
 *
 * @param refused name → the rule that kept it out, such as {@code files.large}
 */
public record PlanFiles(SortedMap<String, byte[]> contents, SortedMap<String, String> refused) {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    /** The most files that are read; what follows in a zip stays unread, as after a file that is too large. */
    public static final int MOST = 100;

    public PlanFiles {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    public static PlanFiles of(Map<String, byte[]> contents) {
        Collected collected = new Collected();
        contents.forEach(collected::add);
        return collected.files();
    }

    /** All files of a folder, without its sub-folders. */
    public static PlanFiles in(Path folder) throws IOException {
        Collected collected = new Collected();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (collected.over()) {
                    break;
                }
                try (InputStream content = Files.newInputStream(file)) {
                    collected.add(String.valueOf(file.getFileName()), content);
                }
            }
        }
        return collected.files();
    }

    /** All files of a zip, whatever folders they lie in, but templates of the modeler. The stream stays open. */
    public static PlanFiles unzipped(InputStream zip) throws IOException {
        Collected collected = new Collected();
        ZipInputStream entries = new ZipInputStream(zip);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (!entry.isDirectory()
                    && !entry.getName().matches("__MACOSX/.*|(.*/)?(element-)?templates/[^/]*\\.json")) {
                collected.add(entry.getName().replaceFirst("^.*[/\\\\]", ""), entries);
            }
            if (collected.full()) {
                break; // what follows would still be unpacked, however large
            }
        }
        return collected.files();
    }

    /** Takes in file after file, never more than the limits. */
    private static final class Collected {
        private final SortedMap<String, byte[]> contents = new TreeMap<>();
        private final SortedMap<String, String> refused = new TreeMap<>();

        private void add(String name, InputStream content) throws IOException {
            add(name, content.readNBytes(LARGEST + 1));
        }

        private void add(String name, byte[] content) {
            if (name.startsWith(".")) {
                return;
            }
            if (contents.containsKey(name)) {
                refused.put(name, "files.twice");
            } else if (contents.size() >= MOST) {
                refused.put(name, "files.many");
            } else if (content.length > LARGEST) {
                refused.put(name, "files.large");
            } else {
                contents.put(name, content);
            }
        }

        private boolean over() {
            return refused.containsValue("files.many");
        }

        private boolean full() {
            return contents.size() >= MOST || refused.containsValue("files.large");
        }

        private PlanFiles files() {
            return new PlanFiles(contents, refused);
        }
    }
}
