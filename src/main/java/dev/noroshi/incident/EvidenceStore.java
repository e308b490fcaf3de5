package dev.noroshi.incident;

import dev.noroshi.calendar.Moments;
import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attached evidence: the bytes as they came, with their hash. */
@Component
class EvidenceStore {

    private static final String COLUMNS = "id, name, media_type, size, sha256, taken_by_name, taken_at, note";

    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    EvidenceItem keep(String incident, String name, byte[] content, @Nullable String note) {
        String safeName = EvidenceRules.nameOf(name);
        String mediaType = EvidenceRules.mediaTypeOf(safeName, content);
        Actor actor = Actors.current();
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into incident_evidence
                          (id, incident, name, media_type, size, sha256, content, taken_by, taken_by_name, taken_at, note)
                        values (:id, :incident, :name, :mediaType, :size, :sha256, :content, :by, :byName, :at, :note)
                        """)
                .param("id", id)
                .param("incident", incident)
                .param("name", safeName)
                .param("mediaType", mediaType)
                .param("size", content.length)
                .param("sha256", sha256(content))
                .param("content", content)
                .param("by", actor.account())
                .param("byName", actor.name())
                .param("at", Moments.column(clock.instant()))
                .param("note", note)
                .update();
        return item(incident, id);
    }

    Optional<EvidenceItem> same(String incident, String name, byte[] content) {
        return jdbc.sql("select " + COLUMNS + " from incident_evidence"
                        + " where incident = :incident and name = :name and sha256 = :sha256 limit 1")
                .param("incident", incident)
                .param("name", EvidenceRules.nameOf(name))
                .param("sha256", sha256(content))
                .query(EvidenceStore::read)
                .optional();
    }

    List<EvidenceItem> of(String incident) {
        return jdbc.sql("select " + COLUMNS
                        + " from incident_evidence where incident = :incident order by taken_at, id")
                .param("incident", incident)
                .query(EvidenceStore::read)
                .list();
    }

    EvidenceItem item(String incident, String id) {
        return jdbc.sql("select " + COLUMNS + " from incident_evidence where incident = :incident and id = :id")
                .param("incident", incident)
                .param("id", id)
                .query(EvidenceStore::read)
                .optional()
                .orElseThrow(() -> new UnknownEvidence(id));
    }

    byte[] content(String incident, String id) {
        return jdbc.sql("select content from incident_evidence where incident = :incident and id = :id")
                .param("incident", incident)
                .param("id", id)
                .query((row, index) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new UnknownEvidence(id));
    }

    private static EvidenceItem read(ResultSet row, int index) throws SQLException {
        return new EvidenceItem(
                row.getString("id"),
                EvidenceRules.shown(row.getString("name")),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("taken_by_name"),
                Moments.read(row, "taken_at"),
                row.getString("note"));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
