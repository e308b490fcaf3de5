package dev.noroshi.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The directory that keeps a demo's data. The lock is the application's own, so that a second start is told from a
 * database process that outlived a killed application.
 */
final class DataDirectory implements AutoCloseable {

    private static final long NEEDED = 700L * 1024 * 1024;

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataDirectory open(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel channel =
                    FileChannel.open(path.resolve("noroshi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CannotStart(
                        "データディレクトリ " + path + " は、起動中の別の Noroshi が使っています。先に終了するか、NOROSHI_DATA で別の場所を指定してください。",
                        "Another Noroshi is running on the data directory " + path
                                + ". Stop it first, or name another place with NOROSHI_DATA.");
            }
            return new DataDirectory(path, channel).withRoom();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A secret made once and kept for its owner's eyes only. */
    String secret(String name) {
        Path file = path.resolve(name);
        try {
            if (Files.notExists(file) || Files.size(file) == 0) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                writePrivately(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    static void writePrivately(Path file, String text) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    static CannotStart unwritable(Path path, @Nullable Throwable cause) {
        return new CannotStart(
                "データディレクトリ " + path + " に書き込めません。権限と空き容量を確認するか、NOROSHI_DATA で別の場所を指定してください。",
                "The data directory " + path
                        + " cannot be written. Check its permissions and free space, or name another place with NOROSHI_DATA.",
                cause);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** A database that runs out of space while it is made leaves a mess: ask before. */
    private DataDirectory withRoom() throws IOException {
        long needed = Files.exists(path.resolve("mariadb")) ? NEEDED / 10 : NEEDED;
        if (Files.getFileStore(path).getUsableSpace() < needed) {
            channel.close();
            throw new CannotStart(
                    "データディレクトリ " + path + " の空き容量が足りません（" + needed / 1024 / 1024
                            + " MB 必要です）。空きを作るか、NOROSHI_DATA で別の場所を指定してください。",
                    "The data directory " + path + " has too little free space (" + needed / 1024 / 1024
                            + " MB needed). Free some, or name another place with NOROSHI_DATA.");
        }
        return this;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
