package dev.noroshi.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the letters to a person become one with a list. The first alarms leave at once; who has had some of them in a short
 * time learns soon of how many there are, and then no more often than somebody can act upon.
 *
 * @param cases of so many different cases within {@code within}, the letter in hand included; 0 for never
 * @param pause between two lists to the same person, unless a case of a higher level than those told comes
 * @param moment how long the first list waits for others
 */
@ConfigurationProperties("noroshi.mail.storm")
record StormSettings(
        @DefaultValue("5") int cases,
        @DefaultValue("PT10M") Duration within,
        @DefaultValue("PT10M") Duration pause,
        @DefaultValue("PT1M") Duration moment) {}
