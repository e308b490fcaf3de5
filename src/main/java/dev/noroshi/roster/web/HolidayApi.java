package dev.noroshi.roster.web;

import dev.noroshi.roster.CityCalendar;
import dev.noroshi.roster.HolidayChange;
import dev.noroshi.roster.HolidayDoubt;
import dev.noroshi.roster.HolidayLists;
import dev.noroshi.roster.HolidayPreview;
import dev.noroshi.web.EmptyBody;
import dev.noroshi.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** National holidays over REST: by the official list, or computed. */
@RestController
@RequestMapping("/api/v1/calendar/holidays")
class HolidayApi {

    /** @param applied false for a preview */
    record ListAnswer(
            boolean applied,
            String version,
            List<Integer> years,
            List<HolidayChange> changes,
            List<HolidayDoubt> doubts,
            List<SheetMessage> errors,
            List<String> holes) {}

    private final HolidayLists lists;
    private final SheetTexts texts;

    HolidayApi(HolidayLists lists, SheetTexts texts) {
        this.lists = lists;
        this.texts = texts;
    }

    @GetMapping
    HolidayLists.HolidayYear year(@RequestParam int year) {
        CityCalendar.requireKnown(year);
        return lists.year(year);
    }

    @Operation(
            description =
                    "Takes the Cabinet Office's file of holidays (`syukujitsu.csv`, Shift_JIS or UTF-8), all of it or nothing; with"
                            + " `preview` nothing is changed and the answer says what would be. `If-Match` with the preview's version"
                            + " refuses the file (412) when it would change something else by now. A list that is not as the act"
                            + " (one of its days absent, days that it does not know), and a change after which some call reaches nobody, are refused (409) without `consent=true`.")
    @PostMapping(path = "/import", consumes = "text/csv")
    ResponseEntity<ListAnswer> take(
            @RequestBody byte[] file,
            @RequestParam(required = false) @Nullable String preview,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Locale locale) {
        return taken(new Sent(file, null, consent), preview, match, locale);
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ListAnswer> takeUpload(
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String preview,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Locale locale)
            throws IOException {
        return taken(new Sent(file.getBytes(), file.getOriginalFilename(), consent), preview, match, locale);
    }

    /** The year is computed again. */
    @PostMapping("/{year}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void compute(@PathVariable int year, @RequestBody(required = false) @Nullable Map<String, Object> nothing) {
        EmptyBody.require(nothing);
        CityCalendar.requireKnown(year);
        lists.compute(year, true);
    }

    private record Sent(byte[] file, @Nullable String name, boolean consent) {}

    private ResponseEntity<ListAnswer> taken(
            Sent sent, @Nullable String preview, @Nullable String match, Locale locale) {
        boolean asked = preview != null && !preview.equals("false");
        HolidayPreview seen = asked
                ? lists.preview(sent.file())
                : lists.take(sent.file(), sent.name(), IfMatch.read(match), sent.consent());
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + seen.version() + "\"")
                .body(new ListAnswer(
                        !asked,
                        seen.version(),
                        seen.years(),
                        seen.changes(),
                        seen.doubts(),
                        texts.of(seen.errors(), locale),
                        seen.holes()));
    }
}
