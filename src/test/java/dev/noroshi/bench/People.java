package dev.noroshi.bench;

import dev.noroshi.identity.Actor;
import dev.noroshi.identity.ApiTokens;
import dev.noroshi.identity.RoleSource;
import dev.noroshi.identity.TokenScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The people of the fictional city, and who of them takes which step: found out once by trying, then remembered. */
final class People {

    private static final List<String> WORKING = List.of("handler", "handler2", "lead", "chief", "ciso");

    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> takers = new ConcurrentHashMap<>();

    People(ApiTokens secrets, RoleSource roles) {
        tokens.put("staff", secrets.grant("staff", "bench", TokenScope.WORK, 1));
        actors.put("staff", new Actor("staff", "staff", roles.rolesOf("staff"), null));
        for (String name : WORKING) {
            tokens.put(name, secrets.grant(name, "bench", TokenScope.WORK, 1));
            actors.put(name, new Actor(name, name, roles.rolesOf(name), null));
        }
    }

    Actor actor(String name) {
        return actors.get(name);
    }

    String token(String name) {
        return tokens.get(name);
    }

    /** Lets who took this step before take it, else whoever can. */
    void take(String element, Predicate<String> attempt) {
        @Nullable String taker = takers.get(element);
        if (taker != null && attempt.test(taker)) {
            return;
        }
        for (String name : WORKING) {
            if (attempt.test(name)) {
                takers.put(element, name);
                return;
            }
        }
        throw new IllegalStateException("nobody could take " + element);
    }
}
