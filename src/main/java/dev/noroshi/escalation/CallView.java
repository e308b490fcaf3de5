package dev.noroshi.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as people see it.
 *
 * @param subject the element that the answer settles
 * @param rung reached so far, 0 before anybody was called
 * @param role of that rung
 * @param person account called first there; the name for a person without account
 * @param state calling, acknowledged, exhausted, withdrawn
 * @param answeredBy account of the person who answered; the name for a person without account
 * @param via button, mail, proxy, task
 */
public record CallView(
        String id,
        String incident,
        String subject,
        int level,
        int rung,
        @Nullable String role,
        @Nullable String person,
        @Nullable String personName,
        @Nullable Instant calledAt,
        String state,
        @Nullable String answeredBy,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt,
        @Nullable String via) {}
