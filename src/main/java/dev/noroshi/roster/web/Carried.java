package dev.noroshi.roster.web;

import dev.noroshi.roster.RosterSheets;
import dev.noroshi.web.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A file inside the page that shows it, packed: the server reads no more of a form's fields than 2 MB. */
final class Carried {

    private Carried() {}

    static String text(byte[] file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** No more of it than one byte over what is taken, which is then refused as too large. */
    static byte[] bytes(String text) {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return gzip.readNBytes(RosterSheets.LARGEST + 1);
        } catch (IllegalArgumentException | IOException broken) {
            throw new InvalidInput("content", "type");
        }
    }
}
