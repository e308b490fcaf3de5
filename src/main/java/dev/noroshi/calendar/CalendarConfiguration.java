package dev.noroshi.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock that everything asks; a test brings its own. The demo's may begin at another time, such as a night of the
 * holidays: {@code noroshi.demo.begins-at=2027-01-01T02:13}, in Tokyo.
 */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${noroshi.demo.begins-at:}") String beginsAt) {
        Clock now = Clock.systemUTC();
        return beginsAt.isEmpty() ? now : Clock.offset(now, Duration.between(now.instant(), inTokyo(beginsAt)));
    }

    private static Instant inTokyo(String time) {
        try {
            return LocalDateTime.parse(time).atZone(BusinessCalendar.TOKYO).toInstant();
        } catch (DateTimeParseException broken) {
            throw new InvalidConfigurationPropertyValueException(
                    "noroshi.demo.begins-at",
                    time,
                    "2027-01-01T02:13 の形で書いてください。 / Write it as 2027-01-01T02:13, in Tokyo's time.");
        }
    }
}
