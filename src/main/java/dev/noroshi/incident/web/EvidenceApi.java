package dev.noroshi.incident.web;

import dev.noroshi.identity.Actors;
import dev.noroshi.incident.Evidence;
import dev.noroshi.incident.EvidenceItem;
import dev.noroshi.web.IdempotentRequests;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence of a case over REST: always handed out as a file to keep, never shown in the browser. */
@RestController
@RequestMapping("/api/v1/incidents/{number}/evidence")
class EvidenceApi {

    private final Evidence evidence;
    private final IdempotentRequests requests;

    EvidenceApi(Evidence evidence, IdempotentRequests requests) {
        this.evidence = evidence;
        this.requests = requests;
    }

    @GetMapping
    Page<EvidenceItem> list(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        PageRequest asked = new PageRequest(page, size);
        List<EvidenceItem> all = evidence.of(number);
        List<EvidenceItem> items = all.stream().skip(asked.offset()).limit(size).toList();
        return new Page<>(items, all.size(), page, size);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EvidenceItem attach(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestPart(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String note)
            throws IOException {
        MultipartFile file = one(files);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        byte[] content = file.getBytes();
        List<Object> body = List.of(number, name, Objects.requireNonNullElse(note, ""), content);
        return requests.once(
                Actors.current().account(),
                key,
                body,
                EvidenceItem.class,
                () -> evidence.attach(number, name, content, note));
    }

    /** Of several only one could be answered for. */
    private static MultipartFile one(@Nullable List<MultipartFile> files) {
        if (files == null || files.isEmpty()) {
            throw new InvalidInput("file", "required");
        }
        if (files.size() > 1) {
            throw new InvalidInput("file", "too-many", 1);
        }
        return files.get(0);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable String id) {
        return EvidenceDownload.of(evidence.item(number, id), evidence.content(number, id));
    }
}
