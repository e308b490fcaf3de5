package dev.noroshi.incident.web;

import dev.noroshi.incident.EvidenceItem;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A piece of evidence as a file to keep: never shown in the browser, never cached. */
final class EvidenceDownload {

    private EvidenceDownload() {}

    static ResponseEntity<byte[]> of(EvidenceItem item, byte[] content) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(item.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(item.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(content);
    }
}
