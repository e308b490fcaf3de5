package dev.noroshi.asset;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.Actors;
import dev.noroshi.identity.NotYours;
import dev.noroshi.identity.Roles;
import dev.noroshi.web.InvalidInput;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of information assets (資産台帳). */
@Service
@Transactional(readOnly = true)
public class Assets {

    private static final Set<String> KINDS = Set.of("system", "device", "medium", "account", "service");
    private static final Set<String> SEGMENTS = Set.of("mynumber", "lgwan", "internet", "external", "ot", "unknown");

    private final AssetRepository register;

    Assets(AssetRepository register) {
        this.register = register;
    }

    /** The asset that a reporter's words mean: its number or its whole name, widths, letter case and kana folded. */
    public Optional<Asset> named(String text) {
        List<Asset> found = register.named(AssetEntity.keyOf(text), Limit.of(2));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Assets by a part of number or name, for the people who hold a role of the plan. */
    public Page<Asset> list(@Nullable String text, PageRequest page) {
        Actor actor = Actors.current();
        if (!actor.isSystem() && Roles.ALL.stream().noneMatch(actor::holds)) {
            throw new NotYours("asset.list");
        }
        String part = text == null ? "" : AssetEntity.keyOf(text);
        var found = register.containing(part, Pageable.ofSize(page.size()).withPage(page.page()));
        return new Page<>(found.getContent(), found.getTotalElements(), page.page(), page.size());
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
        register.save(register.findByNumber(asset.number())
                .orElseGet(() -> new AssetEntity(asset.number()))
                .write(asset));
    }

    private static void requireKnown(String field, Set<String> known, String value) {
        if (!known.contains(value)) {
            throw new InvalidInput(field, "choice");
        }
    }
}
