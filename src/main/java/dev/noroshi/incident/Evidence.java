package dev.noroshi.incident;

import dev.noroshi.identity.Actors;
import dev.noroshi.identity.CaseAccess;
import dev.noroshi.journal.Journal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evidence of a case: taken, listed, handed out; each handing out is written down. */
@Service
@Transactional
public class Evidence {

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

    public EvidenceItem attach(String number, String name, byte[] content, @Nullable String note) {
        incidents.requireWorkable(number);
        String words = note == null || note.isBlank() ? null : FactsRules.text("note", note);
        EvidenceItem item = store.keep(number, name, content, words);
        incidents.record(number, "evidence", item.name() + "\nSHA-256 " + item.sha256());
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

    public byte[] content(String number, String id) {
        access.requireInside(Actors.current(), number);
        journal.record("evidence.exported", number, id);
        return store.content(number, id);
    }
}
