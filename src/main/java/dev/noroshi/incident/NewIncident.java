package dev.noroshi.incident;

import org.jspecify.annotations.Nullable;

/**
 * A case to be opened.
 *
 * @param receipt unguessable, what the reporter keeps
 * @param section the roster's name of the section, null when the report's free text matched none
 * @param reporterAccount who submitted
 * @param withoutSuperior 上司に知らせない: the case is born restricted
 */
public record NewIncident(
        String receipt,
        Facts facts,
        @Nullable String section,
        String reporterAccount,
        boolean withoutSuperior,
        boolean drill) {

    boolean restricted() {
        return withoutSuperior || facts.type().equals(IncidentTypes.INSIDER);
    }
}
