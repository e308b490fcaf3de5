package dev.noroshi.incident;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.journal.Journal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evidence of a case: taken, listed, handed out; each handing out is written down. */
@Service
@Transactional
public class Evidence {

    private static final Logger log = LoggerFactory.getLogger(Evidence.class);
    private static final int LONGEST_NOTE = 1000;

    private final Incidents incidents;
    private final EvidenceStore store;
    private final CaseAccess access;
    private final Journal journal;

    Evidence(Incidents incidents, EvidenceStore store, CaseAccess access, Journal journal) {
        this.incidents = incidents;
        this.store = store;
        this.access = access;
        this.journal = journal;
    }

    /** Takes a file in; the same file under the same name is kept once. */
    public EvidenceItem attach(String number, String name, byte[] content, @Nullable String note) {
        incidents.requireWorkable(number);
        String words = note == null || note.isBlank() ? null : FactsRules.text("note", note, LONGEST_NOTE);
        Optional<EvidenceItem> same = store.same(number, name, content);
        if (same.isPresent()) {
            return same.get();
        }
        EvidenceItem item = store.keep(number, name, content, words);
        incidents.record(number, "evidence", item.name() + "\nSHA-256 " + item.sha256());
        journal.record("evidence.attached", number, item.id() + " " + item.sha256());
        return item;
    }

    @Transactional(readOnly = true)
    public List<EvidenceItem> of(String number) {
        access.requireInside(Actors.current(), number);
        return store.of(number);
    }

    @Transactional(readOnly = true)
    public EvidenceItem item(String number, String id) {
        access.requireInside(Actors.current(), number);
        return store.item(number, id);
    }

    /**
     * The bytes as they were taken in.
     *
     * @throws DamagedEvidence when they no longer have the hash of that moment
     */
    public byte[] content(String number, String id) {
        access.requireInside(Actors.current(), number);
        EvidenceItem item = store.item(number, id);
        byte[] content = store.content(number, id);
        if (!EvidenceStore.sha256(content).equals(item.sha256())) {
            log.error("Evidence {} of {} is not what was taken in", id, number);
            throw new DamagedEvidence(item.name());
        }
        journal.record("evidence.exported", number, id + " " + item.sha256());
        return content;
    }
}
