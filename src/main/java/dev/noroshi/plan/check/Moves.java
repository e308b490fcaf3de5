package dev.noroshi.plan.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What can happen next in a state. Gateways are free choices: nobody knows the facts beforehand. What happens by itself, happens
 * first, since it takes nothing from others; people, messages and timers come in any order.
 */
final class Moves {

    /** Actions with which a case is closed. */
    static final Set<String> CLOSING =
            Set.of("${incident.close(key)}", "${triage.closeAsNotIncident(key)}", "${incident.withdraw(key)}");

    private static final int MOST_SUBSETS = 6;

    /** Hears what a move leads to. */
    interface Listener {
        /** To another state, by way of an element. */
        void to(int element, BitSet state);

        /** Out of the scope. */
        void out(int element, Outcome outcome);

        /** A second token where one is already. */
        void second(int element);

        /** An end that takes away what others are still at. */
        void cutOff(int element);
    }

    private final Net net;
    private final Function<Element, Collection<Outcome>> inside;
    private final Listener listener;
    private final Watch watch;

    Moves(Net net, Function<Element, Collection<Outcome>> inside, Listener listener, Watch watch) {
        this.watch = watch;
        this.net = net;
        this.inside = inside;
        this.listener = listener;
    }

    void from(BitSet state) {
        for (int flow = state.nextSetBit(0); flow >= 0 && flow < net.flows.size(); flow = state.nextSetBit(flow + 1)) {
            int target = net.target(flow);
            if (!net.joins(target)) {
                arrive(state, flow, target);
                return;
            }
            if (ready(state, target)) {
                join(state, target);
                return;
            }
        }
        for (int element = 0; element < net.elements.size(); element++) {
            if (state.get(net.atWork(element))) {
                done(state, element);
                events(state, element);
            }
        }
    }

    private boolean ready(BitSet state, int join) {
        List<Integer> incoming = net.incoming(join);
        if (net.elements.get(join).kind() == Element.Kind.PARALLEL) {
            return incoming.stream().allMatch(state::get);
        }
        for (int bit = state.nextSetBit(0);
                bit >= 0 && bit < net.atWork(net.elements.size());
                bit = state.nextSetBit(bit + 1)) {
            int at = bit < net.flows.size() ? net.target(bit) : bit - net.flows.size();
            if (at != join && net.ahead(at).contains(join)) {
                return false;
            }
        }
        return true;
    }

    private void join(BitSet state, int join) {
        BitSet left = (BitSet) state.clone();
        net.incoming(join).forEach(left::clear);
        leaveGateway(left, join);
    }

    private void leaveGateway(BitSet left, int gateway) {
        List<Integer> outgoing = net.outgoing(gateway);
        if (net.elements.get(gateway).kind() == Element.Kind.PARALLEL) {
            leave(left, gateway, outgoing);
        } else {
            subsets(outgoing).forEach(chosen -> leave(left, gateway, chosen));
        }
    }

    private static List<List<Integer>> subsets(List<Integer> flows) {
        List<List<Integer>> subsets = new ArrayList<>();
        int most = Math.min(flows.size(), MOST_SUBSETS);
        for (int mask = 1; mask < 1 << most; mask++) {
            List<Integer> subset = new ArrayList<>();
            for (int i = 0; i < flows.size(); i++) {
                if (i >= most || (mask & 1 << i) != 0) {
                    subset.add(flows.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    private void arrive(BitSet state, int flow, int element) {
        BitSet left = (BitSet) state.clone();
        left.clear(flow);
        Element arrived = net.elements.get(element);
        switch (arrived.kind()) {
            case END -> end(left, element, arrived);
            case EXCLUSIVE ->
                net.outgoing(element).stream()
                        .filter(chosen -> watch.open().test(net.flows.get(chosen)))
                        .forEach(chosen -> leave(left, element, List.of(chosen)));
            case PARALLEL, INCLUSIVE -> leaveGateway(left, element);
            case THROW, START, BOUNDARY -> leave(left, element, net.outgoing(element));
            default -> begin(left, element);
        }
    }

    private void begin(BitSet left, int element) {
        if (left.get(net.atWork(element))) {
            listener.second(element);
        } else {
            left.set(net.atWork(element));
            listener.to(element, left);
        }
    }

    private void end(BitSet left, int element, Element end) {
        boolean closed = left.get(net.closed());
        if (end.trigger() == Element.Trigger.ERROR) {
            listener.out(element, new Outcome(end.reference(), closed));
        } else if (end.trigger() == Element.Trigger.TERMINATE) {
            if (!net.isEmpty(left)) {
                listener.cutOff(element);
            }
            listener.out(element, new Outcome("", closed));
        } else if (net.isEmpty(left)) {
            listener.out(element, new Outcome("", closed));
        } else {
            listener.to(element, left);
        }
    }

    /** The step at work is done. */
    private void done(BitSet state, int element) {
        BitSet left = without(state, element);
        Element done = net.elements.get(element);
        switch (done.kind()) {
            case EVENT_BASED ->
                net.outgoing(element).forEach(flow -> leave(left, net.target(flow), net.outgoing(net.target(flow))));
            case CALL, SUB_PROCESS -> inside.apply(done).forEach(outcome -> called(left, element, outcome));
            default -> taken(left, element, done);
        }
    }

    private void taken(BitSet left, int element, Element done) {
        if (watch.needs().test(done) && !left.get(net.closed())) {
            listener.out(element, new Outcome(Outcome.UNMARKED, false));
            return;
        }
        if (watch.marks().test(done)) {
            left.set(net.closed());
        }
        leave(left, element, net.outgoing(element));
    }

    private void called(BitSet left, int element, Outcome outcome) {
        BitSet after = (BitSet) left.clone();
        after.set(net.closed(), after.get(net.closed()) || outcome.closed());
        boolean marked = outcome.error().equals(Outcome.UNMARKED) && after.get(net.closed());
        if (!outcome.isError() || marked) {
            leave(after, element, net.outgoing(element));
            return;
        }
        net.boundaryEvents(element).stream()
                .filter(outcome::heardBy)
                .findFirst()
                .ifPresentOrElse(
                        event -> leave(after, net.number(event), net.outgoing(net.number(event))),
                        () -> listener.out(element, outcome.after(after.get(net.closed()))));
    }

    /** Messages and timers on the edge of a step at work. */
    private void events(BitSet state, int element) {
        for (Element event : net.boundaryEvents(element)) {
            if (event.trigger() == Element.Trigger.ERROR || state.get(net.came(event))) {
                continue;
            }
            BitSet after = event.interrupts() ? without(state, element) : (BitSet) state.clone();
            after.set(net.came(event), !event.interrupts());
            leave(after, net.number(event), net.outgoing(net.number(event)));
        }
    }

    private BitSet without(BitSet state, int element) {
        BitSet left = (BitSet) state.clone();
        left.clear(net.atWork(element));
        net.boundaryEvents(element).forEach(event -> left.clear(net.came(event)));
        return left;
    }

    private void leave(BitSet left, int element, List<Integer> flows) {
        BitSet after = (BitSet) left.clone();
        for (int flow : flows) {
            if (after.get(flow)) {
                listener.second(net.target(flow));
                return;
            }
            after.set(flow);
        }
        if (net.isEmpty(after)) {
            listener.out(element, new Outcome("", after.get(net.closed())));
        } else {
            listener.to(element, after);
        }
    }
}
