package dev.noroshi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Dates as officials write them: 和暦 in documents and mail, 西暦 in tables. A Thymeleaf bean: {@code ${@japaneseDates.table(x)}}. */
@Service("japaneseDates")
public class JapaneseDates {

    /** 令和8年11月23日(月) 9時05分. */
    public String letter(Instant at) {
        throw new UnsupportedOperationException("calendar");
    }

    /** 令和8年11月23日(月). */
    public String letter(LocalDate day) {
        throw new UnsupportedOperationException("calendar");
    }

    /** 2026-11-23 09:05, in Tokyo. */
    public String table(Instant at) {
        throw new UnsupportedOperationException("calendar");
    }

    /** 2026-11-23. */
    public String table(LocalDate day) {
        throw new UnsupportedOperationException("calendar");
    }
}
