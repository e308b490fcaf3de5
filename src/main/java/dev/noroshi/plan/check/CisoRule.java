package dev.noroshi.plan.check;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was evaluated as an incident never ends without the CISO (INV-2): plays every way to the closing of a case, once for
 * each level, with the gateways that ask for the level bound to it and all others free. From level 2 on the CISO must be called
 * or have a step alone; at level 1 to be informed (供覧) is enough.
 */
final class CisoRule implements Rule {

    private static final String RESPONSE = "incident-response";
    private static final int MOST_STATES = 100_000;
    private static final Pattern LEVEL =
            Pattern.compile("\\$\\{\\s*(not\\s+|!\\s*)?incident\\.atLeast\\(\\s*key\\s*,\\s*([0-9])\\s*\\)\\s*}");

    @Override
    public void look(PlanModel plan, Findings findings) {
        for (int level = 1; level <= 4; level++) {
            Optional<Model> response = plan.model(RESPONSE);
            if (response.isEmpty()) {
                return;
            }
            List<String> way = new Play(plan, level).skipping(response.get().scope());
            if (!way.isEmpty()) {
                findings.error("flow.ciso-skipped", response.get().place(), level, String.join(" → ", way));
                return;
            }
        }
    }

    private static final class Play {
        private final PlanModel plan;
        private final int level;
        private final Map<Scope, Map<Outcome, List<String>>> known = new IdentityHashMap<>();
        private int left = MOST_STATES;

        private Play(PlanModel plan, int level) {
            this.plan = plan;
            this.level = level;
        }

        /** A way on which the case is closed and the CISO knows nothing; empty when there is none. */
        private List<String> skipping(Scope scope) {
            return outcomes(scope).entrySet().stream()
                    .filter(it -> it.getKey().error().equals(Outcome.UNMARKED))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElse(List.of());
        }

        private Map<Outcome, List<String>> outcomes(Scope scope) {
            @Nullable Map<Outcome, List<String>> before = known.get(scope);
            if (before != null) {
                return before;
            }
            known.put(scope, Map.of());
            if (!Net.playable(scope) || left <= 0) {
                return Map.of();
            }
            TokenGame game = new TokenGame(
                    scope, this::inside, left, Watch.beforeClosing(this::tells, flow -> open(scope, flow)));
            game.play();
            left -= game.size();
            known.put(scope, game.outcomes());
            return game.outcomes();
        }

        /** What cannot be played is told of by other rules, and counts as told here. */
        private Collection<Outcome> inside(Element element) {
            Optional<Scope> scope = Optional.ofNullable(element.inside())
                    .or(() -> plan.model(element.calls()).map(Model::scope));
            Set<Outcome> outcomes = scope.map(it -> outcomes(it).keySet()).orElse(Set.of());
            return outcomes.isEmpty() ? Set.of(new Outcome("", true)) : outcomes;
        }

        private boolean tells(Element element) {
            String calls = Watch.expression(element);
            return element.kind() == Element.Kind.USER && element.roles().equals(List.of("ciso"))
                    || calls.startsWith("${response.call(key,'ciso',")
                    || level < 2 && calls.equals("${response.informCiso(key)}");
        }

        /** Whether an arrow can be taken at this level. */
        private boolean open(Scope scope, Flow flow) {
            Optional<Boolean> asked = asked(flow);
            boolean otherwise = scope.element(flow.source())
                    .filter(gateway -> gateway.defaultFlow().equals(flow.id()))
                    .isPresent();
            return otherwise
                    ? scope.flows().stream()
                            .filter(other -> other.source().equals(flow.source()))
                            .noneMatch(other -> asked(other).orElse(false))
                    : asked.orElse(true);
        }

        /** Whether the level meets what the arrow asks; empty where it asks something else. */
        private Optional<Boolean> asked(Flow flow) {
            return flow.condition()
                    .map(condition -> LEVEL.matcher(condition.text().strip()))
                    .filter(Matcher::matches)
                    .map(asked -> level >= Integer.parseInt(asked.group(2)) == (asked.group(1) == null));
        }
    }
}
