package dev.noroshi.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the letters to a person become one with a list.
 *
 * @param cases of so many different cases within {@code within}; 0 for never
 * @param pause between two lists to the same person, unless a case of a higher level than those told comes
 * @param moment how long the first letter waits for others
 */
@ConfigurationProperties("noroshi.mail.storm")
record StormSettings(
        @DefaultValue("10") int cases,
        @DefaultValue("PT2M") Duration within,
        @DefaultValue("PT5M") Duration pause,
        @DefaultValue("PT4S") Duration moment) {}
