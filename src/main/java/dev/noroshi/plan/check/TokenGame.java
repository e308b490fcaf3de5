package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays a scope to the end in all ways: every state that it can come to, and whether it can still end from there. */
final class TokenGame {

    /** @param path names of the elements on the way to it, from the start */
    record Trouble(String rule, Element element, List<String> path) {}

    /** What all states together may take, in bits: a scope of thousands of elements must not eat up the memory. */
    private static final int MOST_BITS = 400_000_000;

    private final Net net;
    private final Moves moves;
    private final int most;
    private final List<BitSet> states = new ArrayList<>();
    private final Map<BitSet, Integer> known = new HashMap<>();
    private final List<Integer> before = new ArrayList<>();
    private final List<Integer> by = new ArrayList<>();
    private final List<List<Integer>> next = new ArrayList<>();
    private final BitSet leaving = new BitSet();
    private final Set<Integer> visited = new HashSet<>();
    private final Map<Outcome, List<String>> outcomes = new LinkedHashMap<>();
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private int here = -1;

    /**
     * @param inside how the process or sub-process behind an element can end
     * @param most states to look at
     */
    TokenGame(Scope scope, Function<Element, Collection<Outcome>> inside, int most) {
        this(scope, inside, most, Watch.CLOSED);
    }

    /** @param watch what to look for besides where it sticks */
    TokenGame(Scope scope, Function<Element, Collection<Outcome>> inside, int most, Watch watch) {
        net = new Net(scope);
        moves = new Moves(net, inside, new Heard(), watch);
        this.most = Math.min(most, MOST_BITS / (net.closed() + 1));
    }

    /** False when the limit was reached before everything was seen. */
    boolean play() {
        BitSet first = new BitSet();
        net.outgoing(net.start()).forEach(first::set);
        visited.add(net.start());
        if (first.isEmpty()) {
            return true;
        }
        reached(net.start(), first);
        for (here = 0; here < states.size(); here++) {
            if (states.size() > most) {
                return false;
            }
            moves.from(states.get(here));
        }
        stuck();
        return true;
    }

    int most() {
        return most;
    }

    int size() {
        return states.size();
    }

    /** Ways to end, each with a path to it. */
    Map<Outcome, List<String>> outcomes() {
        return outcomes;
    }

    Collection<Trouble> troubles() {
        return troubles.values();
    }

    Stream<Element> unvisited() {
        return Stream.iterate(0, i -> i < net.elements.size(), i -> i + 1)
                .filter(i -> !visited.contains(i))
                .map(net.elements::get);
    }

    private final class Heard implements Moves.Listener {
        @Override
        public void to(int element, BitSet state) {
            reached(element, state);
        }

        @Override
        public void out(int element, Outcome outcome) {
            visited.add(element);
            leaving.set(here);
            outcomes.computeIfAbsent(outcome, absent -> path(here, element));
        }

        @Override
        public void second(int element) {
            visited.add(element);
            leaving.set(here);
            trouble("flow.two-tokens", element);
        }

        @Override
        public void cutOff(int element) {
            trouble("flow.cut-off", element);
        }
    }

    private void reached(int element, BitSet state) {
        visited.add(element);
        @Nullable Integer number = known.get(state);
        if (number == null) {
            number = states.size();
            known.put(state, number);
            states.add(state);
            before.add(here);
            by.add(element);
            next.add(new ArrayList<>());
        }
        if (here >= 0) {
            next.get(here).add(number);
        }
    }

    private void trouble(String rule, int element) {
        troubles.computeIfAbsent(
                rule + element, absent -> new Trouble(rule, net.elements.get(element), path(here, element)));
    }

    private List<String> path(int state, int last) {
        List<String> path = new ArrayList<>();
        path.add(net.elements.get(last).label());
        for (int at = state; at >= 0; at = before.get(at)) {
            Element element = net.elements.get(by.get(at));
            if (!element.isGateway() || !element.label().equals(element.id())) {
                path.add(element.label());
            }
        }
        Collections.reverse(path);
        return path.stream().reduce(new ArrayList<>(), TokenGame::unlessRepeated, (one, other) -> one);
    }

    private static List<String> unlessRepeated(List<String> path, String name) {
        if (path.isEmpty() || !path.get(path.size() - 1).equals(name)) {
            path.add(name);
        }
        return path;
    }

    /** States from which no way leads out. */
    private void stuck() {
        BitSet fine = fine();
        boolean waits = false;
        for (here = 0; here < states.size(); here++) {
            if (!fine.get(here) && next.get(here).isEmpty()) {
                waits = true;
                waiting(states.get(here));
            }
        }
        int first = fine.nextClearBit(0);
        if (!waits && first < states.size()) {
            here = turning(first);
            trouble("flow.loop", by.get(here));
        }
    }

    /** A state to which the way comes back. */
    private int turning(int first) {
        BitSet passed = new BitSet();
        int at = first;
        while (!passed.get(at)) {
            passed.set(at);
            at = next.get(at).get(0);
        }
        return at;
    }

    private void waiting(BitSet state) {
        for (int flow = state.nextSetBit(0); flow >= 0 && flow < net.flows.size(); flow = state.nextSetBit(flow + 1)) {
            trouble("flow.join-waits", net.target(flow));
        }
        for (int element = 0; element < net.elements.size(); element++) {
            if (state.get(net.atWork(element))) {
                trouble("flow.stuck", element);
            }
        }
    }

    private BitSet fine() {
        List<List<Integer>> back = new ArrayList<>();
        states.forEach(state -> back.add(new ArrayList<>()));
        for (int from = 0; from < states.size(); from++) {
            for (int to : next.get(from)) {
                back.get(to).add(from);
            }
        }
        BitSet fine = (BitSet) leaving.clone();
        List<Integer> open = new ArrayList<>(leaving.stream().boxed().toList());
        while (!open.isEmpty()) {
            for (int from : back.get(open.remove(open.size() - 1))) {
                if (!fine.get(from)) {
                    fine.set(from);
                    open.add(from);
                }
            }
        }
        return fine;
    }
}
