package dev.noroshi.web;

import java.util.List;

/** A part of the installation that administrators look after; the package that uses it says how it is. */
public interface InstallationPart {

    /** Stable; its name, facts and what to do are the messages {@code journal.admin.part.<key>}, {@code ….facts}, {@code ….help}. */
    String key();

    /** Looks now; takes seconds at most, and throws nothing for a part that is ill. */
    State state();

    /** How a part is. */
    enum Condition {
        WELL,
        ILL,
        /** Not set up. */
        OFF
    }

    /**
     * @param facts where it is and how much it does: the arguments of the facts' message; no secrets
     * @param failure what it said when it failed, in one line; empty when it did not
     */
    record State(Condition condition, List<String> facts, String failure) {
        public State {
            facts = List.copyOf(facts);
        }

        public static State well(String... facts) {
            return new State(Condition.WELL, List.of(facts), "");
        }

        public static State ill(String failure, String... facts) {
            return new State(Condition.ILL, List.of(facts), failure);
        }

        public static State off(String... facts) {
            return new State(Condition.OFF, List.of(facts), "");
        }
    }
}
