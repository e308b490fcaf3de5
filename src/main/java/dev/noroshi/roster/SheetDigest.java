package dev.noroshi.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells files, and states that a file was compared with, from others. */
final class SheetDigest {

    private SheetDigest() {}

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Shorter, for an ETag. */
    static String version(String state) {
        return sha256(state.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
