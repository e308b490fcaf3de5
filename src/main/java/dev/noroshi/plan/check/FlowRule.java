package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plays the whole tree of calls, and says where it can stick: every reachable state of every scope, where a call or sub-process
 * is a step that can end in each of the ways that its own game has. That is the same as playing all at once, since scopes share
 * no tokens; event sub-processes run beside their scope and are played on their own.
 */
final class FlowRule implements Rule {

    private static final int MOST_STATES = 200_000;

    @Override
    public void look(PlanModel plan, Findings findings) {
        Play play = new Play(plan, findings);
        new TreeMap<>(Keys.STARTED)
                .forEach((id, key) -> plan.model(id).ifPresent(model -> {
                    play.start(model, key.equals("incident"));
                }));
        plan.models().forEach(play::outcomes);
    }

    private static final class Play {
        private final PlanModel plan;
        private final Findings findings;
        private final Map<Scope, Set<Outcome>> known = new IdentityHashMap<>();
        private final Set<Scope> playing = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<String, Thrown> thrown = new TreeMap<>();
        private int left = MOST_STATES;

        /** Where an error comes from. */
        private record Thrown(Model model, Element end) {}

        private Play(PlanModel plan, Findings findings) {
            this.plan = plan;
            this.findings = findings;
        }

        /** @param closes whether the case must be closed when the model ends */
        private void start(Model model, boolean closes) {
            for (Outcome outcome : outcomes(model)) {
                if (outcome.isError()) {
                    @Nullable Thrown from = thrown.get(outcome.error());
                    Place place = from == null ? model.place() : from.model().place(from.end());
                    findings.error("flow.error-uncaught", place, outcome.error());
                } else if (closes && !outcome.closed()) {
                    findings.error("flow.not-closed", model.place(), shown(openEnds.getOrDefault(model, List.of())));
                }
            }
        }

        private final Map<Model, List<String>> openEnds = new IdentityHashMap<>();

        private Set<Outcome> outcomes(Model model) {
            return outcomes(model, model.scope(), List.of());
        }

        private Set<Outcome> outcomes(Model model, Scope scope, List<String> way) {
            @Nullable Set<Outcome> before = known.get(scope);
            if (before != null) {
                return before;
            }
            if (!playing.add(scope) || !Net.playable(scope) || left <= 0) {
                return Set.of(new Outcome("", true));
            }
            TokenGame game = new TokenGame(scope, element -> inside(model, element, ways(scope, way, element)), left);
            boolean whole = game.play();
            if (!whole) {
                findings.error("flow.bound", Place.of(model.file(), scope.node()), game.most());
            }
            left -= game.size();
            tell(model, game, way);
            if (whole) {
                game.unvisited().forEach(element -> findings.error("flow.unreachable", model.place(element)));
            }
            Set<Outcome> outcomes = new LinkedHashSet<>(game.outcomes().keySet());
            game.outcomes().forEach((outcome, path) -> {
                if (!outcome.isError() && !outcome.closed() && scope == model.scope()) {
                    openEnds.put(model, path);
                }
            });
            scope.of(Element.Kind.END)
                    .filter(end -> end.trigger() == Element.Trigger.ERROR)
                    .forEach(end -> thrown.putIfAbsent(end.reference(), new Thrown(model, end)));
            Set<Outcome> all = beside(model, scope, outcomes, way);
            known.put(scope, all);
            return all;
        }

        private Collection<Outcome> inside(Model model, Element element, List<String> way) {
            Optional<Model> called = plan.model(element.calls());
            Set<Outcome> outcomes = Set.of();
            if (element.inside() != null) {
                outcomes = outcomes(model, element.inside(), way);
            } else if (called.isPresent()) {
                outcomes = outcomes(called.get(), called.get().scope(), way);
            }
            return outcomes.isEmpty() ? Set.of(new Outcome("", true)) : outcomes;
        }

        private void tell(Model model, TokenGame game, List<String> way) {
            for (TokenGame.Trouble trouble : game.troubles()) {
                List<String> path = new ArrayList<>(way);
                path.addAll(trouble.path());
                Place place = model.place(trouble.element());
                if (trouble.rule().equals("flow.cut-off")) {
                    findings.warning(trouble.rule(), place, shown(path));
                } else {
                    findings.error(trouble.rule(), place, shown(path));
                }
            }
        }

        /** Event sub-processes: how they can end the scope, and whether an error inside is caught. */
        private Set<Outcome> beside(Model model, Scope scope, Set<Outcome> base, List<String> way) {
            Set<Outcome> raised = new LinkedHashSet<>(base);
            List<Element> sides = scope.eventSubProcesses().toList();
            for (Element side : sides) {
                Element start = startOf(side);
                if (start.trigger() != Element.Trigger.ERROR) {
                    for (Outcome outcome : outcomes(model, inside(side), with(way, side))) {
                        if (outcome.isError() || start.interrupts()) {
                            raised.add(outcome);
                            if (!outcome.isError() && !outcome.closed() && scope == model.scope()) {
                                openEnds.putIfAbsent(model, with(way, side));
                            }
                        }
                    }
                }
            }
            Set<Outcome> all = new LinkedHashSet<>();
            Set<Element> heard = new HashSet<>();
            for (Outcome outcome : raised) {
                Optional<Element> catching = sides.stream()
                        .filter(side -> outcome.isError() && outcome.heardBy(startOf(side)))
                        .findFirst();
                catching.ifPresent(heard::add);
                catching.ifPresentOrElse(
                        side -> outcomes(model, inside(side), with(way, side))
                                .forEach(then -> all.add(then.after(outcome.closed()))),
                        () -> all.add(outcome));
            }
            sides.stream()
                    .filter(side -> startOf(side).trigger() == Element.Trigger.ERROR && !heard.contains(side))
                    .forEach(side -> findings.error("flow.unreachable", model.place(side)));
            return all;
        }

        private static Scope inside(Element side) {
            return java.util.Objects.requireNonNull(side.inside());
        }

        /** What starts an event sub-process; itself when it has no start. */
        private static Element startOf(Element side) {
            return inside(side).of(Element.Kind.START).findFirst().orElse(side);
        }

        private static List<String> ways(Scope scope, List<String> way, Element element) {
            List<String> longer = new ArrayList<>(way);
            longer.addAll(Ways.to(scope, element));
            return longer;
        }

        private static List<String> with(List<String> way, Element side) {
            List<String> longer = new ArrayList<>(way);
            longer.add(side.label());
            return longer;
        }

        private static String shown(List<String> path) {
            List<String> short_ = path.size() <= 25 ? path : path.subList(path.size() - 25, path.size());
            return (path.size() <= 25 ? "" : "… → ") + String.join(" → ", short_);
        }
    }
}
