package dev.noroshi.asset;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of information assets (資産台帳). */
@Service
@Transactional(readOnly = true)
public class Assets {

    private static final Set<String> KINDS = Set.of("system", "device", "medium", "account", "service");
    private static final Set<String> SEGMENTS = Set.of("mynumber", "lgwan", "internet", "external", "ot", "unknown");

    private static final String ASSET = "select number, name, kind, segment, rto_minutes, section, critical from asset";
    private static final String MATCH =
            " where :text = '' or instr(lower(number), :text) > 0 or instr(lower(name), :text) > 0";

    private final JdbcClient jdbc;

    Assets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The asset that a reporter's words mean: its number or its whole name, widths and letter case folded. */
    public Optional<Asset> named(String text) {
        List<Asset> found = jdbc.sql(ASSET + " where lower(number) = :text or lower(name) = :text limit 2")
                .param("text", folded(text))
                .query(Asset.class)
                .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Assets by a part of number or name, for the people who hold a role of the plan. */
    public Page<Asset> list(@Nullable String text, PageRequest page) {
        Actor actor = Actors.current();
        if (!actor.isSystem() && Roles.ALL.stream().noneMatch(actor::holds)) {
            throw new NotYours("asset.list");
        }
        String part = text == null ? "" : folded(text);
        List<Asset> items = jdbc.sql(ASSET + MATCH + " order by number limit :size offset :offset")
                .param("text", part)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(Asset.class)
                .list();
        long total = jdbc.sql("select count(*) from asset" + MATCH)
                .param("text", part)
                .query(Long.class)
                .single();
        return new Page<>(items, total, page.page(), page.size());
    }

    /** Writes an asset into the register, or anew over the one of the same number. */
    @Transactional
    public void register(Asset asset) {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.holdsAny(Roles.ADMIN, Roles.SYSTEM_MANAGER)) {
            throw new NotYours("asset.register");
        }
        requireKnown("kind", KINDS, asset.kind());
        requireKnown("segment", SEGMENTS, asset.segment());
        jdbc.sql("""
                        insert into asset (number, name, kind, segment, rto_minutes, section, critical)
                        values (:number, :name, :kind, :segment, :rto, :section, :critical)
                        on duplicate key update name = values(name), kind = values(kind), segment = values(segment),
                            rto_minutes = values(rto_minutes), section = values(section), critical = values(critical)
                        """)
                .param("number", asset.number())
                .param("name", asset.name())
                .param("kind", asset.kind())
                .param("segment", asset.segment())
                .param("rto", asset.rtoMinutes())
                .param("section", asset.section())
                .param("critical", asset.critical())
                .update();
    }

    private static void requireKnown(String field, Set<String> known, String value) {
        if (!known.contains(value)) {
            throw new InvalidInput(field, "choice");
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(java.util.Locale.ROOT);
    }
}
