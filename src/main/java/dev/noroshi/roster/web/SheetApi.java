package dev.noroshi.roster.web;

import dev.noroshi.roster.RosterSheets;
import dev.noroshi.roster.SheetChange;
import dev.noroshi.roster.SheetPreview;
import dev.noroshi.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The roster as a file over REST. */
@RestController
@RequestMapping("/api/v1")
class SheetApi {

    /** @param applied false for a preview */
    record SheetAnswer(
            boolean applied,
            String version,
            List<SheetChange> changes,
            int unchanged,
            List<SheetChange> untouched,
            List<SheetMessage> errors,
            List<String> holes) {}

    private final RosterSheets sheets;
    private final SheetTexts texts;

    SheetApi(RosterSheets sheets, SheetTexts texts) {
        this.sheets = sheets;
        this.texts = texts;
    }

    @Operation(
            description =
                    "CSV (RFC 4180, UTF-8 with a byte order mark). Cells that a spreadsheet would run or change begin"
                            + " with an apostrophe. The `ETag` is the roster's version.")
    @GetMapping(path = "/roster.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(Locale locale) {
        return SheetDownload.of(sheets.export(locale), sheets.version());
    }

    @Operation(
            description =
                    "Takes a file of the shape of `roster.csv`, all of it or nothing; with `preview` nothing is changed"
                            + " and the answer says what would be. `If-Match` with the preview's version refuses the file (412) when the"
                            + " roster has changed since. A change after which some call reaches nobody is refused (409) without"
                            + " `consent=true`.")
    @PostMapping(path = "/roster/import", consumes = "text/csv")
    ResponseEntity<SheetAnswer> take(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(required = false) @Nullable String preview,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Locale locale) {
        boolean asked = preview != null && !preview.equals("false");
        IfMatch from = IfMatch.read(match);
        byte[] lines = file == null ? new byte[0] : file;
        SheetPreview seen = asked ? sheets.preview(lines) : sheets.take(lines, from, consent);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + seen.version() + "\"")
                .body(new SheetAnswer(
                        !asked,
                        seen.version(),
                        seen.changes(),
                        seen.unchanged(),
                        seen.untouched(),
                        texts.of(seen.errors(), locale),
                        seen.holes()));
    }

    @PostMapping(path = "/roster/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<SheetAnswer> takeUpload(
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String preview,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Locale locale)
            throws IOException {
        return take(file.getBytes(), preview, consent, match, locale);
    }
}
