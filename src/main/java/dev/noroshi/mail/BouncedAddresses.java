package dev.noroshi.mail;

import dev.noroshi.calendar.Moments;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that letters came back from. */
@Component
public class BouncedAddresses {

    private final JdbcClient jdbc;

    BouncedAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In small letters: those of letters queued since the moment that bounced, or that the server refused for good. */
    @Transactional(readOnly = true)
    public Set<String> since(Instant moment) {
        return jdbc
                .sql("select recipients from mail_out where state in ('bounced', 'failed') and queued_at >= :since")
                .param("since", Moments.column(moment))
                .query(String.class)
                .list()
                .stream()
                .flatMap(to -> Stream.of(to.split(",")))
                .map(to -> to.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
